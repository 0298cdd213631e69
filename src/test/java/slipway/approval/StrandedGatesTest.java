package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.ApprovalEvent.GateManned;
import slipway.approval.ApprovalEvent.GateStranded;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.identity.AccountEvent.GroupLeft;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.People;
import slipway.shared.ReleaseNumber;
import slipway.testing.InsideStory;

/** Tom is the only test manager. */
class StrandedGatesTest extends InsideStory {
    private static final GateStranded NO_TESTER = new GateStranded(
            Gate.TEST_VERDICT, Optional.of(UNIT), "test-manager", List.of(Duty.BUILDER, Duty.ACCEPTOR));

    @Autowired
    private StrandedGates gates;

    @Autowired
    private Duties duties;

    @Test
    void while_somebody_may_pass_each_gate_nothing_is_told() {
        ReleaseNumber release = inTest();

        somebodyLeaves();

        assertThat(told(release)).isEmpty();
    }

    @Test
    void when_the_last_one_who_may_turns_out_to_be_a_builder_it_is_told_once_with_who_could_be_added() {
        ReleaseNumber release = inTest();
        duties.performed(release, Duty.BUILDER, TOM);

        somebodyLeaves();
        somebodyLeaves();
        goesOn(release);

        assertThat(told(release)).containsExactly(NO_TESTER);
        assertThat(NO_TESTER.words())
                .contains("Nobody of the group test-manager may pass the gate 'test verdict' of " + UNIT)
                .endsWith("who did nothing for this release as builder or acceptor.");
    }

    @Test
    void it_is_seen_when_the_release_goes_on_and_nobody_left() {
        ReleaseNumber release = inTest();
        duties.performed(release, Duty.BUILDER, TOM);

        goesOn(release);

        assertThat(told(release)).containsExactly(NO_TESTER);
    }

    @Test
    void a_gate_that_was_passed_needs_nobody_any_more() {
        ReleaseNumber release = accepted();
        approvals.decide(part(release), Gate.TEST_VERDICT, TOM, true, "");
        duties.performed(release, Duty.BUILDER, TOM);

        somebodyLeaves();

        assertThat(told(release)).isEmpty();
    }

    @Test
    void when_somebody_may_again_that_is_kept_and_the_next_time_is_another() {
        ReleaseNumber release = inTest();
        log.append(release, NO_TESTER);

        somebodyLeaves();
        assertThat(told(release)).endsWith(new GateManned(Gate.TEST_VERDICT, Optional.of(UNIT)));

        duties.performed(release, Duty.BUILDER, TOM);
        somebodyLeaves();
        assertThat(told(release)).hasSize(3).endsWith(NO_TESTER);
    }

    @Test
    void whom_another_rule_keeps_from_a_gate_does_not_count_as_who_may_pass_it() {
        ReleaseNumber release = inTest();
        GateBan ban = (number, gate) -> gate.equals(Gate.TEST_VERDICT) ? Set.of(TOM) : Set.of();
        StrandedGates banned =
                new StrandedGates(demanded, register, approvals, duties, people, releases, List.of(ban), log);

        log.of(release).forEach(banned::read);

        assertThat(told(release)).containsExactly(NO_TESTER);
    }

    @Autowired
    private DemandedGates demanded;

    @Autowired
    private GateRegister register;

    @Autowired
    private People people;

    @Autowired
    private Approvals approvals;

    private void somebodyLeaves() {
        gates.read(new EventLog.Entry(
                1, START, Optional.empty(), Optional.empty(), "", new GroupLeft("somebody", "test-manager")));
    }

    private void goesOn(ReleaseNumber release) {
        log.of(release).forEach(gates::read);
    }

    private List<Event> told(ReleaseNumber release) {
        return log.of(release).stream()
                .map(EventLog.Entry::event)
                .filter(event -> event instanceof GateStranded || event instanceof GateManned)
                .toList();
    }
}
