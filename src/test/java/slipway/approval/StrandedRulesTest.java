package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

class StrandedRulesTest {
    private static final UnitId A = new UnitId("a");
    private static final UnitId B = new UnitId("b");
    private static final Actor SOFIA = new Actor("sofia");
    private static final Actor CORA = new Actor("cora");
    private static final Standing PASSED = new Granted(by(SOFIA, Gate.GO_LIVE, Optional.empty()));

    @Test
    void a_gate_decided_as_a_whole_is_open_until_it_is_passed() {
        assertThat(StrandedRules.open(false, List.of(A, B), part -> PASSED)).isEmpty();
        assertThat(StrandedRules.open(false, List.of(A, B), part -> part.isEmpty() ? new Missing() : PASSED))
                .contains(Optional.empty());
        assertThat(StrandedRules.open(false, List.of(A), part -> new Denied(by(SOFIA, Gate.GO_LIVE, Optional.empty()))))
                .contains(Optional.empty());
    }

    @Test
    void a_gate_decided_per_part_is_open_for_the_first_that_did_not_pass() {
        Map<UnitId, Standing> standings = Map.of(A, PASSED, B, new Missing());
        assertThat(StrandedRules.open(true, List.of(A, B), part -> standings.get(part.orElseThrow())))
                .contains(Optional.of(B));
        assertThat(StrandedRules.open(true, List.of(A, B), part -> PASSED)).isEmpty();
    }

    @Test
    void whose_word_stands_for_another_group_at_the_same_gate_counts_there() {
        Gate security = new Gate("SECURITY_APPROVAL");
        List<Approval> decisions = List.of(
                by(SOFIA, security, Optional.of("security-officer")),
                by(CORA, security, Optional.of("continuity-manager")));
        assertThat(counted(new Demanded(security, "continuity-manager", Optional.empty()), decisions))
                .contains(SOFIA)
                .doesNotContain(CORA);
        assertThat(counted(new Demanded(security, "cab", Optional.empty()), decisions))
                .contains(SOFIA, CORA);
        assertThat(counted(new Demanded(Gate.GO_LIVE, "cab", Optional.empty()), decisions))
                .isEmpty();
        assertThat(counted(
                        new Demanded(security, "cab", Optional.empty()),
                        List.of(by(SOFIA, security, Optional.empty()))))
                .as("for no group")
                .isEmpty();
        assertThat(StrandedRules.counted(
                        new Demanded(security, "cab", Optional.empty()),
                        decisions,
                        approval -> approval.actor().equals(CORA),
                        persons()))
                .as("what fell counts for nobody")
                .containsExactly(CORA);
    }

    private static Set<Actor> counted(Demanded demanded, List<Approval> decisions) {
        return StrandedRules.counted(demanded, decisions, approval -> true, persons());
    }

    private static Persons persons() {
        return new Persons(Map.of(SOFIA, "sofia@bank.example", CORA, "cora@bank.example"));
    }

    private static Approval by(Actor actor, Gate gate, Optional<String> group) {
        return new Approval(
                ReleaseNumber.of(2099, 1),
                gate,
                Optional.empty(),
                group,
                actor,
                actor + "@bank.example",
                true,
                "",
                Map.of(),
                Map.of(),
                Instant.EPOCH);
    }
}
