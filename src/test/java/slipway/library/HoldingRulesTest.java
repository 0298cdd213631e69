package slipway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.library.Library.State.ACCEPTED;
import static slipway.library.Library.State.BUILT;
import static slipway.library.Library.State.CHECKED_IN;
import static slipway.library.Library.State.QUARANTINED;
import static slipway.library.Library.State.SCANNED;
import static slipway.library.Library.State.TESTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import slipway.library.Library.Holding;
import slipway.library.Library.State;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class HoldingRulesTest {
    private static final Manifest FILES = new Manifest(List.of(new Manifest.Entry("run", Digest.of("run"), 3, true)));
    private static final UnitRevision REVISION = new UnitRevision(new UnitId("check"), "1.0", FILES.digest());

    @Test
    void a_revision_is_tested_when_checked_in_and_accepted_when_tested_and_nothing_else() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                boolean wanted = (from == CHECKED_IN && to == TESTED) || (from == TESTED && to == ACCEPTED);

                assertThat(HoldingRules.advanced(in(from), to).isEmpty())
                        .as("%s to %s", from, to)
                        .isEqualTo(wanted);
            }
        }
    }

    @Test
    void what_is_recalled_goes_no_further() {
        assertThat(HoldingRules.advanced(recalled(CHECKED_IN), TESTED))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("is recalled and cannot become tested"));
        assertThat(HoldingRules.checkedIn(recalled(SCANNED))).isPresent();
    }

    @Test
    void only_a_scanned_clean_revision_is_checked_in() {
        assertThat(states(state -> HoldingRules.checkedIn(in(state)).isEmpty()))
                .containsExactly(SCANNED, CHECKED_IN, TESTED, ACCEPTED);
    }

    @Test
    void whoever_answers_for_a_scan_names_the_scanner() {
        assertThat(HoldingRules.scanned(in(BUILT), "clamd")).isEmpty();
        assertThat(HoldingRules.scanned(in(BUILT), " ").flatMap(Refusal::atField))
                .contains("scanner");
    }

    @Test
    void a_clean_scan_brings_on_what_was_just_built_and_one_that_found_something_bars_all() {
        for (State state : State.values()) {
            assertThat(HoldingRules.afterScan(in(state), true))
                    .isEqualTo(state == BUILT ? Optional.of(SCANNED) : Optional.empty());
            assertThat(HoldingRules.afterScan(in(state), false)).contains(QUARANTINED);
        }
    }

    @Test
    void it_is_told_to_another_release_that_delivers_it_and_to_the_same_one_once() {
        ReleaseNumber first = ReleaseNumber.of(2099, 1);
        Holding made = new Holding(REVISION, BUILT, false, FILES, Map.of(), first);
        assertThat(HoldingRules.delivers(made, first)).isFalse();
        assertThat(HoldingRules.delivers(made, ReleaseNumber.of(2099, 2))).isTrue();
        assertThat(HoldingRules.delivers(in(BUILT), first)).isTrue();
    }

    @Test
    void everything_but_what_is_in_quarantine_is_scanned_again() {
        assertThat(states(state -> HoldingRules.scanned(in(state), "clamd").isPresent()))
                .containsExactly(QUARANTINED);
    }

    @Test
    void the_same_revision_may_be_proposed_again_unless_it_is_barred() {
        assertThat(states(state ->
                        rule(HoldingRules.proposedAgain(in(state), REVISION)).equals("revision-barred")))
                .containsExactly(QUARANTINED);
        assertThat(rule(HoldingRules.proposedAgain(in(ACCEPTED), REVISION))).isEqualTo("none");
        assertThat(rule(HoldingRules.proposedAgain(recalled(ACCEPTED), REVISION)))
                .isEqualTo("revision-barred");
    }

    @Test
    void files_that_are_barred_under_one_version_come_back_under_no_other() {
        UnitRevision again = new UnitRevision(REVISION.unit(), "2.0", FILES.digest());
        UnitRevision other = new UnitRevision(REVISION.unit(), "2.0", Digest.of("other"));

        assertThat(HoldingRules.barredElsewhere(List.of(in(ACCEPTED), recalled(ACCEPTED)), again))
                .contains(Refusal.of(
                        "revision-barred",
                        again + " has the files of version 1.0, which is recalled and never comes back; deliver other"
                                + " files"));
        assertThat(rule(HoldingRules.barredElsewhere(List.of(in(QUARANTINED)), again)))
                .isEqualTo("revision-barred");
        assertThat(HoldingRules.barredElsewhere(List.of(in(ACCEPTED)), again)).isEmpty();
        assertThat(HoldingRules.barredElsewhere(List.of(in(QUARANTINED)), other))
                .isEmpty();
    }

    @Test
    void another_digest_of_the_version_is_another_revision() {
        UnitRevision other = new UnitRevision(REVISION.unit(), REVISION.version(), Digest.of("other"));

        assertThat(rule(HoldingRules.proposedAgain(in(QUARANTINED), other))).isEqualTo("version-taken");
    }

    @Test
    void only_what_is_accepted_and_not_recalled_may_be_installed() {
        assertThat(states(state -> in(state).mayBeInstalled())).containsExactly(ACCEPTED);
        assertThat(recalled(ACCEPTED).mayBeInstalled()).isFalse();
    }

    private static EnumSet<State> states(Predicate<State> which) {
        EnumSet<State> states = EnumSet.allOf(State.class);
        states.removeIf(which.negate());
        return states;
    }

    private static String rule(Optional<Refusal> refusal) {
        return refusal.map(Refusal::rule).orElse("none");
    }

    @Test
    void a_revision_is_named_by_the_digest_of_its_files() {
        UnitRevision other = new UnitRevision(REVISION.unit(), "1.0", Digest.of("other files"));

        assertThat(HoldingRules.misnamed(REVISION, FILES)).isEmpty();
        assertThat(HoldingRules.misnamed(other, FILES)).map(Refusal::rule).contains("digest-mismatch");
    }

    @Test
    void nothing_is_recalled_without_a_reason() {
        assertThat(HoldingRules.recalled("A key leaked")).isEmpty();
        assertThat(HoldingRules.recalled(" ")).map(Refusal::field).contains("reason");
    }

    @Test
    void another_takes_the_place_of_a_version_unless_that_never_comes_back() {
        assertThat(states(state -> HoldingRules.replaced(in(state)).isPresent()))
                .containsExactly(QUARANTINED);
        assertThat(HoldingRules.replaced(recalled(ACCEPTED)))
                .contains(Refusal.of(
                        "revision-barred", REVISION + " is recalled and never comes back; choose a later version."));
    }

    private static Holding in(State state) {
        return new Holding(REVISION, state, false, FILES, Map.of(), null);
    }

    private static Holding recalled(State state) {
        return new Holding(REVISION, state, true, FILES, Map.of(), null);
    }
}
