package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.sites;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class NumberingTest {
    private static final SiteId ZURICH = new SiteId("zurich");
    private static final SiteId NEW_YORK = new SiteId("new-york");
    private static final Set<SiteId> BOTH = Set.of(ZURICH, NEW_YORK);
    private static final Map<SiteId, String> ONES = Map.of(ZURICH, "1.1.0", NEW_YORK, "1.0.0");

    @Test
    void the_number_of_what_we_build_is_our_choice_and_a_vendor_chooses_its_own() {
        Unit.Repository built = new Unit.Repository("repository");
        Unit.Vendor vendor = new Unit.Vendor("acme", "inbox", "key");
        assertThat(Numbering.Next.of(new Unit.Software(CHECK, "Check", built), "1.2.0"))
                .isEqualTo(new Numbering.Next(CHECK, "1.2.0", true));
        assertThat(Numbering.Next.of(new Unit.Software(CHECK, "Check", vendor), "1.2.0"))
                .isEqualTo(new Numbering.Next(CHECK, "1.2.0", false));
    }

    @Test
    void what_runs_and_what_will_run_soon_is_read_by_site() {
        UnitRevision old = new UnitRevision(CHECK, "1.0.0", Digest.of("old"));
        UnitRevision next = new UnitRevision(CHECK, "1.1.0", Digest.of("new"));
        SiteId basel = new SiteId("basel");
        SiteId oslo = new SiteId("oslo");
        SiteId rome = new SiteId("rome");
        SiteId turin = new SiteId("turin");
        assertThat(Numbering.running(Map.of(old, Set.of(basel, oslo), next, Set.of(rome))))
                .containsOnly(Map.entry(basel, "1.0.0"), Map.entry(oslo, "1.0.0"), Map.entry(rome, "1.1.0"));
        assertThat(Numbering.soon(List.of(
                        item(basel, next, old),
                        item(oslo, null, old),
                        item(rome, next, null),
                        item(turin, null, null))))
                .containsOnly(Map.entry(basel, "1.1.0"), Map.entry(oslo, "1.0.0"), Map.entry(rome, "1.1.0"));
    }

    private static Cmdb.Item item(SiteId site, @Nullable UnitRevision authorised, @Nullable UnitRevision verified) {
        return new Cmdb.Item(site, CHECK, authorised, null, null, null, verified);
    }

    @Test
    void a_minor_release_keeps_the_major_version_of_what_its_sites_run() {
        assertThat(contradiction("v1.2.0", ReleaseType.MINOR, ONES)).isEmpty();
        assertThat(contradiction("v9.0.0", ReleaseType.MINOR, ONES)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("numbering");
            assertThat(no.reason()).contains("9.0.0", "minor", "new-york (1.0.0)", "zurich (1.1.0)");
        });
        assertThat(contradiction("v9.0.0", ReleaseType.EMERGENCY, ONES)).isPresent();
    }

    @Test
    void one_site_of_another_line_is_enough_to_contradict() {
        Map<SiteId, String> mixed = Map.of(ZURICH, "2.0.0", NEW_YORK, "1.0.0");
        assertThat(contradiction("2.0.1", ReleaseType.MINOR, mixed))
                .hasValueSatisfying(no ->
                        assertThat(no.reason()).contains("new-york (1.0.0)").doesNotContain("zurich"));
        assertThat(Numbering.contradiction(next("2.0.1"), ReleaseType.MINOR, Set.of(ZURICH), mixed))
                .isEmpty();
    }

    @Test
    void a_major_release_may_change_it() {
        assertThat(contradiction("2.0", ReleaseType.MAJOR, ONES)).isEmpty();
    }

    @Test
    void a_lower_number_falls_back_whatever_the_letters_say() {
        assertThat(unfit("1.2.0", Map.of(ZURICH, "1.20.0"))).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("downgrades-site");
            assertThat(no.reason()).contains("iban-check 1.2.0", "zurich (1.20.0)");
        });
        assertThat(unfit("1.20.0", Map.of(ZURICH, "1.2.0"))).isEmpty();
    }

    @Test
    void a_line_goes_on_at_the_sites_that_did_not_leave_it() {
        Map<SiteId, String> running = Map.of(ZURICH, "2.0.0", NEW_YORK, "1.9.0");
        assertThat(Numbering.unfit(next("1.9.1"), Set.of(NEW_YORK), running)).isEmpty();
        assertThat(Numbering.contradiction(next("1.9.1"), ReleaseType.MINOR, Set.of(NEW_YORK), running))
                .isEmpty();
        assertThat(Numbering.unfit(next("1.9.1"), BOTH, running))
                .hasValueSatisfying(
                        no -> assertThat(no.reason()).contains("zurich (2.0.0)").doesNotContain("new-york"));
    }

    @Test
    void what_runs_already_at_every_site_is_nothing_new() {
        assertThat(unfit("v1.1.0", Map.of(ZURICH, "1.1.0", NEW_YORK, "1.1")))
                .map(Refusal::rule)
                .contains("nothing-new");
        assertThat(unfit("1.1.0", ONES)).isEmpty();
        assertThat(unfit("1.1.0", Map.of(ZURICH, "1.1.0"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReleaseType.class)
    void the_first_release_of_a_unit_chooses_any_number(ReleaseType type) {
        assertThat(unfit("7.3", Map.of())).isEmpty();
        assertThat(contradiction("7.3", type, Map.of())).isEmpty();
    }

    @Test
    void what_cannot_be_compared_is_refused_of_our_own_units() {
        assertThat(unfit("latest", ONES)).map(Refusal::rule).contains("numbering");
        assertThat(unfit("latest", Map.of())).isPresent();
    }

    @Test
    void what_a_site_runs_without_a_number_is_only_replaced_by_a_major_release() {
        Map<SiteId, String> odd = Map.of(ZURICH, "as-found");
        assertThat(unfit("1.0.0", odd)).isEmpty();
        assertThat(contradiction("1.0.0", ReleaseType.MINOR, odd)).isPresent();
        assertThat(contradiction("1.0.0", ReleaseType.MAJOR, odd)).isEmpty();
    }

    @Test
    void vendors_choose_their_numbers_but_nothing_falls_back() {
        assertThat(Numbering.contradiction(vendors("9.0"), ReleaseType.MINOR, BOTH, ONES))
                .isEmpty();
        assertThat(Numbering.unfit(vendors("0.9"), BOTH, ONES))
                .map(Refusal::rule)
                .contains("downgrades-site");
        assertThat(Numbering.unfit(vendors("R7u4"), BOTH, Map.of(ZURICH, "R7u3", NEW_YORK, "R7u3")))
                .isEmpty();
        assertThat(Numbering.unfit(vendors("R7u3"), BOTH, Map.of(ZURICH, "R7u3", NEW_YORK, "R7u3")))
                .map(Refusal::rule)
                .contains("nothing-new");
    }

    @Test
    void the_sites_of_one_version_are_named_together() {
        assertThat(unfit("1.0", Map.of(ZURICH, "1.1", NEW_YORK, "1.1")))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("new-york, zurich (1.1)"));
    }

    @Property
    void whatever_runs_where_no_site_that_gets_a_version_falls_back(@ForAll Random random) {
        Map<SiteId, String> running = Map.of(ZURICH, any(random), NEW_YORK, any(random));
        String next = any(random);
        boolean falls = BOTH.stream()
                .anyMatch(site -> Version.of(next)
                                .orElseThrow()
                                .compareTo(Version.of(String.valueOf(running.get(site)))
                                        .orElseThrow())
                        < 0);
        assertThat(unfit(next, running).map(Refusal::rule).equals(Optional.of("downgrades-site")))
                .as(next + " on " + running)
                .isEqualTo(falls);
    }

    private static String any(Random random) {
        return random.nextInt(3) + "." + random.nextInt(25);
    }

    private static Optional<Refusal> unfit(String version, Map<SiteId, String> running) {
        return Numbering.unfit(next(version), sites("zurich", "new-york"), running);
    }

    private static Optional<Refusal> contradiction(String version, ReleaseType type, Map<SiteId, String> running) {
        return Numbering.contradiction(next(version), type, BOTH, running);
    }

    private static Numbering.Next next(String version) {
        return new Numbering.Next(CHECK, version, true);
    }

    private static Numbering.Next vendors(String version) {
        return new Numbering.Next(CHECK, version, false);
    }
}
