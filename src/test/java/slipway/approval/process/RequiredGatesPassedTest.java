package slipway.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.Gate;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Every gate is open. */
class RequiredGatesPassedTest {
    private static final SubmittedRelease RELEASE = new SubmittedRelease(
            ReleaseNumber.of(2099, 1),
            "",
            "",
            new Actor("mara"),
            ReleaseState.SCHEDULED,
            Instant.EPOCH,
            ReleaseType.MINOR,
            1,
            List.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty());
    private static final Demanded BASELINE = demanded("PLAN_BASELINE", Optional.of(ReleaseState.PLANNED));
    private static final Demanded GO = demanded("GO_LIVE", Optional.of(ReleaseState.AUTHORISED));
    private static final Demanded UNREADABLE = demanded("SOME_GATE", Optional.empty());

    @Test
    void a_table_that_demands_nothing_passes_nothing() {
        assertThat(conditions().unmet(RELEASE)).map(Refusal::rule).contains("no-gates");
    }

    @Test
    void going_live_every_gate_is_asked() {
        assertThat(conditions(BASELINE, GO).unmet(RELEASE))
                .contains(Refusal.of("open-PLAN_BASELINE", "PLAN_BASELINE is open. GO_LIVE is open."));
    }

    @Test
    void on_the_way_those_are_asked_that_are_demanded_before_that_state() {
        assertThat(conditions(BASELINE, GO).unmet(RELEASE, ReleaseState.AUTHORISED))
                .contains(Refusal.of("open-GO_LIVE", "GO_LIVE is open."));
        assertThat(conditions(BASELINE, GO).unmet(RELEASE, ReleaseState.PREPARED))
                .isEmpty();
    }

    @Test
    void what_is_demanded_before_no_state_that_is_known_is_asked_before_every_one() {
        assertThat(conditions(UNREADABLE).unmet(RELEASE, ReleaseState.IN_TEST))
                .map(Refusal::rule)
                .contains("open-SOME_GATE");
    }

    private static RequiredGatesPassed conditions(Demanded... demanded) {
        return new RequiredGatesPassed(
                any -> List.of(demanded),
                (release, due) -> due.stream()
                        .map(each -> Refusal.of("open-" + each.gate(), each.gate() + " is open."))
                        .toList());
    }

    private static Demanded demanded(String gate, Optional<ReleaseState> before) {
        return new Demanded(new Gate(gate), "cab", before);
    }
}
