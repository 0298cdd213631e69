package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Rfc;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

class CheckedScopesTest extends ReleaseStory {
    @Autowired
    private Scopes scopes;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Compatibilities compatibilities;

    @Test
    void a_first_release_of_units_that_run_nowhere_fits() {
        assertThat(scopes.unfit(both())).isEmpty();
        assertThat(scopes.unfit(both(), ReleaseType.MINOR)).isEmpty();
    }

    @Test
    void a_tag_that_is_live_already_is_nothing_new() {
        runs(ZURICH, CHECK, "1.1.0");
        assertThat(scopes.unfit(checkOnly())).isEmpty();
        runs(NEW_YORK, CHECK, "1.1.0");
        assertThat(scopes.unfit(checkOnly())).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("nothing-new");
            assertThat(no.field()).isEqualTo("parts");
        });
    }

    @Test
    void a_version_that_comes_to_no_site_any_more_is_refused_at_the_parts() {
        others.barred.put(CHECK + " 1.1.0", Refusal.of("revision-barred", "It is recalled."));
        assertThat(scopes.unfit(checkOnly())).contains(Refusal.at("parts", "revision-barred", "It is recalled."));
    }

    @Test
    void a_tag_below_what_a_site_runs_is_refused_by_number_and_not_by_letters() {
        runs(ZURICH, CHECK, "1.20.0");
        Scope lower = scope(Set.of(FOR_CHECK), new PartScope(CHECK, "v1.2.0"));
        assertThat(scopes.unfit(lower)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("downgrades-site");
            assertThat(no.reason()).contains("story-zurich (1.20.0)");
        });
        assertThat(scopes.unfit(new Scope(lower.parts(), lower.rfcs(), Set.of(NEW_YORK))))
                .isEmpty();
    }

    @Test
    void a_minor_release_keeps_the_major_version_also_when_it_is_repaired() {
        runs(ZURICH, CHECK, "1.0.0");
        others.sources.put(CHECK, List.of("v9.0.0", "v1.1.0"));
        Scope nine = scope(Set.of(FOR_CHECK), new PartScope(CHECK, "v9.0.0"));
        assertThat(scopes.unfit(nine)).isEmpty();
        assertThat(scopes.unfit(nine, ReleaseType.MAJOR)).isEmpty();
        assertThat(scopes.unfit(nine, ReleaseType.MINOR)).map(Refusal::rule).contains("numbering");
        SubmittedRelease release = releases.submitted(submitted(checkOnly()));
        assertThat(numbers.contradiction(release, CHECK, "1.1.1")).isEmpty();
        assertThat(numbers.contradiction(release, CHECK, "9.0.0")).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("numbering");
            assertThat(no.field()).isEqualTo("tag");
        });
    }

    @Test
    void vendors_choose_their_numbers() {
        cmdb.registerUnit(new Unit.Software(CHECK, "Story check", new Unit.Vendor("ACME", "inbox", "")));
        runs(ZURICH, CHECK, "1.0.0");
        others.sources.put(CHECK, List.of("9.0.0"));
        assertThat(scopes.unfit(scope(Set.of(FOR_CHECK), new PartScope(CHECK, "9.0.0")), ReleaseType.MINOR))
                .isEmpty();
    }

    @Test
    void a_source_that_is_not_offered_is_refused_at_the_parts() {
        assertThat(scopes.unfit(scope(Set.of(FOR_CHECK), new PartScope(CHECK, "v7"))))
                .contains(Refusal.at("parts", "source-of-unit", "story-check has no source v7."));
    }

    @Test
    void what_a_part_requires_runs_there_or_comes_along() {
        Scope files = scope(Set.of(FOR_FILES), new PartScope(FILES, "v1.0.0"));
        assertThat(scopes.unfit(files)).map(Refusal::rule).contains("requires-unmet");
        runs(ZURICH, CHECK, "1.20.0");
        assertThat(scopes.unfit(files))
                .hasValueSatisfying(no -> assertThat(no.reason())
                        .contains("none at story-new-york")
                        .doesNotContain("story-zurich"));
        runs(NEW_YORK, CHECK, "1.1.0");
        assertThat(scopes.unfit(files)).isEmpty();
        assertThat(compatibilities.unmet(Map.of(FILES, "1.0.0", CHECK, "1.0.0"), Set.of(ZURICH)))
                .map(Refusal::rule)
                .contains("requires-unmet");
    }

    @Test
    void what_conflicts_with_what_a_site_runs_is_refused() {
        UnitId old = new UnitId("story-old");
        cmdb.registerUnit(
                new Unit.Software(old, "Old check", new Unit.Repository("repository"), Map.of(), Set.of(CHECK)));
        runs(NEW_YORK, old, "0.9");
        assertThat(scopes.unfit(checkOnly())).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("conflicts-with");
            assertThat(no.reason()).contains("story-old", "story-new-york");
        });
    }

    @Test
    void only_approved_rfcs_for_the_parts_fit() {
        rfc(FOR_CHECK, CHECK, Rfc.Status.REQUESTED);
        assertThat(scopes.unfit(checkOnly())).map(Refusal::rule).contains("only-approved-rfcs");
        rfc(FOR_CHECK, CHECK, Rfc.Status.APPROVED);
        assertThat(scopes.unfit(scope(Set.of(FOR_CHECK, FOR_FILES), new PartScope(CHECK, "v1.1.0"))))
                .map(Refusal::rule)
                .contains("rfcs-of-parts");
        UnitId router = new UnitId("story-router");
        cmdb.registerUnit(new Unit.Hardware(router, "Router"));
        RfcNumber forRouter = new RfcNumber("RFC-70003");
        rfc(forRouter, router, Rfc.Status.APPROVED);
        assertThat(scopes.unfit(scope(Set.of(FOR_CHECK, forRouter), new PartScope(CHECK, "v1.1.0"))))
                .map(Refusal::rule)
                .contains("kind-not-delivered-yet");
    }

    @Test
    void a_site_gets_what_is_required_before_what_requires_it() {
        UnitId zero = new UnitId("story-aaa");
        cmdb.registerUnit(new Unit.Software(
                zero, "First by name", new Unit.Repository("repository"), Map.of(FILES, "1"), Set.of()));
        assertThat(scopes.inOrder(Map.of(zero, "v1", FILES, "v2", CHECK, "v3", new UnitId("ghost"), "v4")))
                .containsExactly(
                        new PartScope(CHECK, "v3"),
                        new PartScope(FILES, "v2"),
                        new PartScope(zero, "v1"),
                        new PartScope(new UnitId("ghost"), "v4"));
    }
}
