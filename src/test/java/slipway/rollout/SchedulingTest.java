package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.Aspect;
import slipway.approval.Bound;
import slipway.approval.Gate;
import slipway.approval.GateRegister;
import slipway.approval.Gates;
import slipway.change.Rfc;
import slipway.policy.Policy;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class SchedulingTest extends RolloutStory {
    private static final Gate SECURITY = new Gate("SECURITY_APPROVAL");

    @Autowired
    private Predecessors predecessors;

    @Autowired
    private GateRegister gates;

    @Autowired
    private OpenMoves moves;

    @Autowired
    private PowerCuts powerCuts;

    @AfterEach
    void nothingIsAskedAgain() {
        moves.of.clear();
    }

    @Test
    void waves_are_of_the_release_s_own_sites_and_need_a_readable_threshold() {
        ReleaseNumber release = release();
        sites("elsewhere");
        assertThat(waves.siteCount(release)).isEqualTo(2);
        assertThat(waves.arranged(release)).isEmpty();
        assertThat(waves.propose(release, 1, 2)).isEqualTo("1: basel\n2: oslo");
        refused(waves.schedule(release, Parts.percent(20)), "waves-missing");
        refused(waves.arrange(release, RITA, "1: basel, oslo, elsewhere"), "site-unknown");
        refused(waves.arrange(release, RITA, "1: basel"), "site-missing");
        done(waves.arrange(release, RITA, "1: oslo\n2: basel"));
        assertThat(waves.arranged(release)).contains("1: oslo\n2: basel");
        refused(waves.schedule(release, Optional.empty()), "threshold-unreadable");
        assertThat(targets.scheduledAt(release)).isEmpty();
        assertThat(state(release)).isEqualTo(ReleaseState.ACCEPTED);

        done(waves.schedule(release, Parts.percent(20)));
        assertThat(state(release)).isEqualTo(ReleaseState.SCHEDULED);
        assertThat(targets.scheduledAt(release)).contains(clock.instant());
        assertThat(targets.thresholds(release)).isEqualTo(Parts.percent(20));
        assertThat(told(release, RolloutEvent.WavesArranged.class))
                .containsExactly(new RolloutEvent.WavesArranged(List.of("1: oslo", "2: basel")));
        assertThat(told(release, RolloutEvent.RolloutScheduled.class))
                .containsExactly(new RolloutEvent.RolloutScheduled(
                        2,
                        2,
                        "The pilot, wave 1, stops when more than 20 % of its sites failed; a later wave when more than"
                                + " 20 % of its sites failed."));
        assertThat(part(release, "oslo", CHECK).predecessor())
                .isEqualTo(item("oslo", CHECK).verified());
    }

    @Test
    void waves_that_are_arranged_again_must_be_scheduled_again() {
        ReleaseNumber release = release();
        done(waves.arrange(release, RITA, "1: oslo\n2: basel"));
        done(waves.schedule(release, Parts.percent(20)));
        done(waves.arrange(release, RITA, "1: basel\n2: oslo"));
        assertThat(targets.scheduledAt(release)).isEmpty();
        assertThat(predecessors.bindings(release)).isEmpty();
        refused(rollouts.start(release), "not-scheduled");
        done(waves.schedule(release, Parts.percent(20)));
        assertThat(part(release, "basel", CHECK).wave()).isEqualTo(1);
    }

    @Test
    void what_sites_run_must_still_be_what_was_rehearsed_as_the_way_back() {
        ReleaseNumber release = release();
        done(waves.arrange(release, RITA, "1: basel, oslo"));
        runsNow("oslo", made(CHECK, "1.0.5"));
        assertThat(waves.conflicts(release))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason())
                        .contains("rollout-check at oslo would return to rollout-check 1.0.5"));
        refused(waves.schedule(release, Parts.percent(20)), "returns-changed");
        refused(waves.replan(release, RITA, ""), "reason-missing");
        done(waves.replan(release, RITA, "Oslo runs another revision"));
        assertThat(state(release)).isEqualTo(ReleaseState.SUBMITTED);
        assertThat(told(release, RolloutEvent.WavesSentBack.class))
                .extracting(RolloutEvent.WavesSentBack::scheduledBefore)
                .containsExactly(false);
    }

    @Test
    void a_gate_that_is_open_before_the_schedule_is_read_where_waves_are_arranged_and_nothing_is_scheduled() {
        ReleaseNumber release = release();
        done(waves.arrange(release, RITA, "1: basel\n2: oslo"));
        moves.of.put(release, (each, to) -> Optional.of(Refusal.of("gate-open", "Security has not decided.")));
        refused(waves.schedule(release, Parts.percent(20)), "gate-open");
        assertThat(state(release)).isEqualTo(ReleaseState.ACCEPTED);
        assertThat(targets.scheduledAt(release)).isEmpty();
        assertThat(predecessors.bindings(release)).isEmpty();
        assertThat(told(release, RolloutEvent.RolloutScheduled.class)).isEmpty();
        assertThat(waves.sentBackBecause(release)).containsExactly("Security has not decided.");

        moves.of.clear();
        done(waves.schedule(release, Parts.percent(20)));
        assertThat(waves.sentBackBecause(release)).isEmpty();
    }

    @Test
    void a_gate_in_front_of_the_waves_binds_to_no_earlier_schedule() {
        ReleaseNumber release = release();
        done(waves.arrange(release, RITA, "1: basel\n2: oslo"));
        done(waves.schedule(release, Parts.percent(20)));
        security(release);
        assertThat(approvals.of(release).getLast().bindings()).containsKey(Bound.whole(Aspect.PREDECESSORS));
        done(waves.replan(release, RITA, "Another night"));
        planned(release);
        move(release, ReleaseState.IN_BUILD, ReleaseState.IN_TEST, ReleaseState.ACCEPTED);
        security(release);
        assertThat(approvals.of(release).getLast().bindings())
                .containsKey(Bound.whole(Aspect.WINDOW))
                .doesNotContainKey(Bound.whole(Aspect.PREDECESSORS));
    }

    @Test
    void what_a_gate_before_the_schedule_binds_to_is_known_by_the_schedule() {
        ReleaseNumber release = release();
        done(waves.arrange(release, RITA, "1: basel\n2: oslo"));
        done(waves.schedule(release, Parts.percent(20)));
        security(release);
        moves.of.put(
                release,
                (each, to) -> to == ReleaseState.SCHEDULED
                        ? Gates.open(approvals.standing(release, SECURITY, "security-officer"), SECURITY)
                        : Optional.empty());
        done(releases.move(release, ReleaseState.IN_BUILD));
        move(release, ReleaseState.IN_TEST, ReleaseState.ACCEPTED);
        done(waves.arrange(release, RITA, "1: oslo\n2: basel"));
        done(waves.schedule(release, Parts.percent(20)));
    }

    private void security(ReleaseNumber release) {
        gates.enter(SECURITY, "Security approves");
        approvals.decide(release, SECURITY, "security-officer", new Actor("sofia"), true, "", Map.of());
    }

    @Test
    void waves_that_policy_never_opens_are_all_named() {
        ReleaseNumber release = release(new Policy.Freeze(
                "Year end",
                clock.instant().minusSeconds(1),
                clock.instant().plus(Duration.ofDays(3)),
                Set.of(new SiteId("oslo"))));
        done(waves.arrange(release, RITA, "1: basel\n2: oslo"));
        assertThat(waves.conflicts(release))
                .extracting(Refusal::rule, refusal -> refusal.reason().contains("at once of wave 2."))
                .containsExactly(tuple("no-open-window", true));
        refused(waves.schedule(release, Parts.percent(20)), "no-open-window");
    }

    @Test
    void a_release_is_cancelled_with_a_reason_before_a_site_was_touched() {
        ReleaseNumber release = release();
        refused(waves.cancel(release, RITA, " "), "reason-missing");
        done(waves.cancel(release, RITA, "The market changed"));
        assertThat(state(release)).isEqualTo(ReleaseState.CANCELLED);
        refused(waves.arrange(release, RITA, "1: basel, oslo"), "state-table");
    }

    @Test
    void the_go_binds_to_what_each_site_runs_and_the_approved_rollout_voids_nothing() {
        ReleaseNumber release = prepared(release(), "basel", "oslo");
        Map<Bound, String> approved = predecessors.bindings(release);
        assertThat(approved).containsOnlyKeys(Bound.whole(Aspect.PREDECESSORS));
        done(rollouts.start(release));
        wave(release);
        assertThat(predecessors.bindings(release)).isEqualTo(approved);
        runsNow("oslo", made(CHECK, "1.0.5"));
        assertThat(predecessors.bindings(release)).isNotEqualTo(approved);
        assertThat(rollouts.startWave(release, 2))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .contains("predecessor-changed", "approval-voided"));
    }

    @Test
    void whoever_arranges_again_reads_why() {
        ReleaseNumber release = release();
        assertThat(waves.sentBackBecause(release)).isEmpty();
        done(waves.arrange(release, RITA, "1: basel, oslo"));
        done(waves.schedule(release, Parts.percent(20)));
        approvals.decide(release, Gate.GO_LIVE, CARL, false, "The night of the payroll");
        assertThat(waves.sentBackBecause(release)).containsExactly("No-go by carl: The night of the payroll");
        powerCuts.of.put(release, "No power at oslo");
        assertThat(waves.sentBackBecause(release)).hasSize(2).contains("No power at oslo");
        powerCuts.of.clear();
    }

    @Test
    void a_go_live_that_was_refused_keeps_every_reason_until_it_is_scheduled_again() {
        ReleaseNumber release = prepared(release(), "basel oslo");
        runsNow("oslo", made(CHECK, "1.0.5"));
        assertThat(rollouts.start(release)).isInstanceOf(Result.Refused.class);
        rollouts.notCleared(release);
        assertThat(waves.sentBackBecause(release))
                .hasSize(2)
                .anySatisfy(reason -> assertThat(reason).startsWith("The go of carl fell, because this changed"));
        assertThat(told(release, RolloutEvent.RolloutNotCleared.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reasons()).isNotEmpty());
        runsNow("oslo", Objects.requireNonNull(item("basel", CHECK).verified()));
        done(waves.arrange(release, RITA, "1: basel, oslo"));
        done(waves.schedule(release, Parts.percent(20)));
        approvals.decide(release, Gate.GO_LIVE, CARL, true, "");
        assertThat(waves.sentBackBecause(release)).isEmpty();
    }

    @Test
    void an_rfc_that_is_rejected_after_the_go_stops_the_rollout() {
        ReleaseNumber release = prepared(release(), "basel oslo");
        RfcNumber rfc = releases.submitted(release).rfcs().iterator().next();
        done(changes.takeBack(rfc, CARL, Rfc.Status.REJECTED, "Not lawful"));
        refused(rollouts.start(release), "rfcs-still-approved");
        assertThat(state(release)).isEqualTo(ReleaseState.PRE_AUDITED);
    }

    @Test
    void a_release_whose_window_has_passed_does_not_start_its_rollout_and_is_planned_again() {
        ReleaseNumber release = prepared(release(), "basel", "oslo");
        clock.turn(Duration.ofHours(8));
        refused(rollouts.start(release), "window-passed");
        rollouts.notCleared(release);
        assertThat(waves.sentBackBecause(release))
                .singleElement()
                .satisfies(why -> assertThat(why)
                        .contains("The approved window ended")
                        .contains("Plan the release again, or cancel it."));
        refused(waves.schedule(release, Parts.percent(20)), "no-open-window");
        done(waves.replan(release, RITA, "The window has passed"));
        assertThat(state(release)).isEqualTo(ReleaseState.SUBMITTED);
        assertThat(told(release, RolloutEvent.WavesSentBack.class))
                .containsExactly(new RolloutEvent.WavesSentBack("The window has passed", true));
    }

    @Test
    void a_rollout_starts_as_long_as_the_first_wave_opens_within_the_plan() {
        ReleaseNumber release = prepared(release(), "basel", "oslo");
        clock.turn(Duration.ofHours(8).minusSeconds(1));
        done(rollouts.start(release));
    }

    @Test
    void without_room_for_the_first_wave_a_rollout_does_not_start_and_the_release_is_cancelled() {
        Policy.Window noon =
                new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.of(12, 0), LocalTime.of(14, 0));
        ReleaseNumber release = prepared(release(List.of(noon)), "basel", "oslo");
        clock.turn(Duration.ofHours(3));
        refused(rollouts.start(release), "no-open-window");
        done(waves.cancel(release, RITA, "No window is left"));
        assertThat(state(release)).isEqualTo(ReleaseState.CANCELLED);
    }

    @Test
    void a_wave_that_may_not_start_names_every_reason_and_orders_nothing() {
        ReleaseNumber release = started(release(), "basel oslo");
        clock.turn(Duration.ofDays(1));
        done(library.recall(releases.submitted(release).revision(CHECK), new Actor("sofia"), "a hole"));
        reservations.end(release, Set.of(new SiteId("oslo")));
        assertThat(rollouts.startWave(release, 1))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .containsExactly("outside-approved-window", "not-reserved", "revision-not-accepted"));
        assertThat(workOnce()).isFalse();
        done(rollouts.hold(release, 1));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(paused.situation(release).why())
                .startsWith("Wave 1 could not begin. ")
                .contains("the approved window is", " UTC to ", "it is recalled")
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}T");
        assertThat(states(release)).containsEntry("basel", TargetState.NOT_REACHED);
    }

    private void runsNow(String site, UnitRevision revision) {
        cmdb.authorise(new SiteId(site), revision, null);
        cmdb.observed(new SiteId(site), CHECK, new Content.Known(revision), true, clock.instant());
    }

    private ReleaseNumber release(Policy.Freeze... freezes) {
        Policy.Window always = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        return release(List.of(always), freezes);
    }

    private ReleaseNumber release(List<Policy.Window> windows, Policy.Freeze... freezes) {
        sites("basel", "oslo");
        policy = policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ofHours(1), 50, windows, List.of(freezes)), new Actor("ivan"));
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        return accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo");
    }
}
