package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;
import static slipway.release.Parts.sites;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class CompatibilityTest {
    private static final UnitId OLD = new UnitId("old-check");
    private static final Unit.Repository SOURCE = new Unit.Repository("repository");
    private static final SiteId ZURICH = new SiteId("zurich");
    private static final SiteId NEW_YORK = new SiteId("new-york");
    /** Payment files need a check from 1.1.0 on; the old check and the new one exclude each other. */
    private static final List<Unit> REGISTER = List.of(
            new Unit.Software(CHECK, "Check", SOURCE),
            new Unit.Software(FILES, "Files", SOURCE, Map.of(CHECK, "1.1.0"), Set.of()),
            new Unit.Software(OLD, "Old check", SOURCE, Map.of(), Set.of(CHECK)));

    @Test
    void what_is_required_may_run_at_every_site_already() {
        assertThat(unmet(Map.of(FILES, "1.0"), Map.of(CHECK, Map.of(ZURICH, "1.1", NEW_YORK, "1.20.0"))))
                .isEmpty();
    }

    @Test
    void where_it_is_missing_or_too_old_the_refusal_names_unit_and_sites() {
        assertThat(unmet(Map.of(FILES, "1.0"), Map.of(CHECK, Map.of(ZURICH, "1.0.9"))))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("requires-unmet");
                    assertThat(no.field()).isEqualTo("parts");
                    assertThat(no.reason())
                            .startsWith(
                                    "payment-file requires iban-check 1.1.0 or later; there will be 1.0.9 at zurich,"
                                            + " none at new-york.");
                });
        assertThat(unmet(Map.of(FILES, "1.0"), Map.of())).isPresent();
    }

    @Test
    void what_the_release_delivers_itself_counts_at_each_site() {
        assertThat(unmet(Map.of(FILES, "1.0", CHECK, "1.1.0"), Map.of())).isEmpty();
        assertThat(unmet(Map.of(FILES, "1.0", CHECK, "1.0.9"), Map.of(CHECK, Map.of(ZURICH, "2.0", NEW_YORK, "2.0"))))
                .map(Refusal::rule)
                .contains("requires-unmet");
    }

    @Test
    void a_version_that_cannot_be_compared_fulfils_only_itself() {
        assertThat(unmet(Map.of(FILES, "1.0"), Map.of(CHECK, Map.of(ZURICH, "as-found", NEW_YORK, "1.1.0"))))
                .isPresent();
        Unit odd = new Unit.Software(FILES, "Files", SOURCE, Map.of(CHECK, "R7"), Set.of());
        assertThat(new Compatibility(Map.of(FILES, "1.0"), Set.of(ZURICH), Map.of(CHECK, Map.of(ZURICH, "R7")))
                        .unmet(List.of(odd)))
                .isEmpty();
    }

    @Test
    void a_conflict_is_seen_from_both_sides_and_within_the_release() {
        assertThat(unmet(Map.of(CHECK, "1.1.0"), Map.of(OLD, Map.of(ZURICH, "0.9"))))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("conflicts-with");
                    assertThat(no.reason()).contains("old-check may not run beside iban-check", "at zurich.");
                });
        assertThat(unmet(Map.of(OLD, "0.9"), Map.of(CHECK, Map.of(NEW_YORK, "1.0"))))
                .map(Refusal::rule)
                .contains("conflicts-with");
        assertThat(unmet(Map.of(OLD, "0.9", CHECK, "1.1.0"), Map.of())).isPresent();
    }

    @Test
    void what_meets_elsewhere_or_met_before_is_not_this_release_s_matter() {
        SiteId elsewhere = new SiteId("singapore");
        assertThat(unmet(Map.of(CHECK, "1.1.0"), Map.of(OLD, Map.of(elsewhere, "0.9"))))
                .isEmpty();
        assertThat(unmet(
                        Map.of(FILES, "1.0"),
                        Map.of(
                                CHECK, Map.of(ZURICH, "1.1.0", NEW_YORK, "1.1.0"),
                                OLD, Map.of(ZURICH, "0.9"))))
                .isEmpty();
        assertThat(unmet(Map.of(CHECK, "1.0.0"), Map.of())).isEmpty();
    }

    @Test
    void whose_versions_matter_is_what_is_required_or_excluded_either_way() {
        assertThat(Compatibility.neighbours(Set.of(FILES), REGISTER)).containsExactly(CHECK);
        assertThat(Compatibility.neighbours(Set.of(CHECK), REGISTER)).containsExactly(OLD);
        assertThat(Compatibility.neighbours(Set.of(OLD), REGISTER)).containsExactly(CHECK);
    }

    private static Optional<Refusal> unmet(Map<UnitId, String> delivered, Map<UnitId, Map<SiteId, String>> running) {
        return new Compatibility(delivered, sites("zurich", "new-york"), running).unmet(REGISTER);
    }
}
