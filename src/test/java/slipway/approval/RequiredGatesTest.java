package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.Approvals.Voided;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

class RequiredGatesTest {
    private static final UnitId A = new UnitId("a");
    private static final Gate SECURITY = new Gate("SECURITY_APPROVAL");
    private static final UnitId B = new UnitId("b");

    private final Map<String, Standing> standings = new HashMap<>();

    @Test
    void a_release_that_passed_every_gate_and_each_part_of_it_has_none_open() {
        standings.put("GO_LIVE", passed());
        standings.put("TEST_VERDICT/a", passed());
        standings.put("TEST_VERDICT/b", passed());

        assertThat(open("GO_LIVE", "TEST_VERDICT")).isEmpty();
    }

    @Test
    void every_gate_that_is_open_is_named() {
        assertThat(open("PLAN_BASELINE", "GO_LIVE"))
                .containsExactly(
                        Refusal.of("gate-open", "The gate 'plan baseline' is not decided yet."),
                        Refusal.of("gate-open", "The gate 'go live' is not decided yet."));
    }

    @Test
    void one_part_that_did_not_pass_keeps_the_gate_open() {
        standings.put("TEST_VERDICT/a", passed());

        assertThat(open("TEST_VERDICT"))
                .containsExactly(Refusal.of("gate-open", "The gate 'test verdict' of b is not decided yet."));
    }

    @Test
    void a_decision_against_and_one_that_fell_say_so() {
        standings.put("GO_LIVE", new Denied(approval(false, "plan again: another week")));
        standings.put("PLAN_BASELINE", new Voided(approval(true, ""), Bound.whole(Aspect.WINDOW)));
        standings.put("TEST_VERDICT/a", new Voided(approval(true, ""), Bound.of(Aspect.BACKOUT_PLAN, A)));
        standings.put("TEST_VERDICT/b", passed());

        assertThat(open("GO_LIVE", "PLAN_BASELINE", "TEST_VERDICT"))
                .containsExactly(
                        Refusal.of("gate-denied", "The gate 'go live' was decided against: plan again: another week"),
                        Refusal.of(
                                "approval-voided",
                                "The gate 'plan baseline' was passed, but the window changed since; it must be decided"
                                        + " again."),
                        Refusal.of(
                                "approval-voided",
                                "The gate 'test verdict' of a was passed, but the back-out plan of a changed since; it"
                                        + " must be decided again."));
    }

    @Test
    void a_gate_that_the_register_does_not_know_stays_open() {
        standings.put("NOVEL", passed());

        assertThat(open("NOVEL")).extracting(Refusal::rule).containsExactly("gate-unknown");
    }

    @Test
    void where_groups_decide_each_demanded_group_keeps_the_gate_open_until_it_passed() {
        standings.put("SECURITY_APPROVAL@security-officer", passed());

        assertThat(open("SECURITY_APPROVAL@security-officer", "SECURITY_APPROVAL@continuity-manager"))
                .containsExactly(Refusal.of(
                        "gate-open",
                        "The gate 'security approval' of the group continuity-manager is not decided yet."));
    }

    private List<Refusal> open(String... demanded) {
        return RequiredGates.open(
                Stream.of(demanded).map(RequiredGatesTest::demanded).toList(),
                Set.of(B, A),
                RequiredGatesTest::row,
                (each, part) -> standings.getOrDefault(
                        each.gate()
                                + (each.group().equals("cab") ? "" : "@" + each.group())
                                + part.map(unit -> "/" + unit).orElse(""),
                        new Missing()));
    }

    /** {@code GATE} of the CAB, or {@code GATE@group}. */
    private static Demanded demanded(String text) {
        String[] each = (text + "@cab").split("@");
        return new Demanded(new Gate(each[0]), each[1], Optional.empty());
    }

    private static Optional<GateRegister.Row> row(Gate gate) {
        return gate.id().equals("NOVEL")
                ? Optional.empty()
                : Optional.of(new GateRegister.Row(
                        gate,
                        "",
                        Duty.TESTER,
                        Set.of(Aspect.REVISION),
                        gate.equals(Gate.TEST_VERDICT),
                        gate.equals(SECURITY)));
    }

    private static Standing passed() {
        return new Granted(approval(true, ""));
    }

    private static Approval approval(boolean granted, String reason) {
        return new Approval(
                ReleaseNumber.of(2099, 1),
                Gate.GO_LIVE,
                Optional.empty(),
                Optional.empty(),
                new Actor("carl"),
                "",
                granted,
                reason,
                Map.of(),
                Map.of(),
                Instant.EPOCH);
    }
}
