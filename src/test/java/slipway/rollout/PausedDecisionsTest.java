package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Rfc;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.rollout.PausedRollouts.Decided;
import slipway.rollout.PausedRollouts.Proposed;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class PausedDecisionsTest extends RolloutStory {
    private static final Actor KATE = new Actor("kate");

    @Autowired
    private EverySiteDecided everySiteDecided;

    @Autowired
    private SlowSites slowly;

    @Test
    void failed_sites_are_returned_before_the_rollout_goes_on_and_stay_as_they_are() {
        ReleaseNumber release = pausedInTheFirstWave();
        assertThat(refusal(release, RITA, PausedDecision.RESUME)).isEqualTo("failed-sites-open");
        refused(paused.resume(release), "not-decided");
        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(paused.situation(release).why())
                .isEqualTo("The failed sites were backed out; decide how the rollout goes on. It was paused before that"
                        + " because: 1 of 2 sites of wave 1 failed, against 20 %.");
        assertThat(everySiteDecided.unmet(releases.submitted(release))).isPresent();
        refused(paused.resume(release), "not-decided");
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        // What is verified in the first wave is watched before the next.
        clock.turn(Duration.ofMinutes(5));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(rollouts.finish(release));

        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", RESTORED, "quito", VERIFIED));
        assertThat(targets.figures(release).coveragePercent()).isEqualTo(66);
        assertThat(targets.figures(release).proposal(50)).isEqualTo(Outcome.WITH_ISSUES);
        assertThat(everySiteDecided.unmet(releases.submitted(release))).isEmpty();
    }

    @Test
    void when_the_window_has_passed_going_on_is_refused_and_ending_here_is_a_way_out() {
        ReleaseNumber release = pausedInTheFirstWave();
        clock.turn(Duration.ofDays(1));
        assertThat(refusal(release, RITA, PausedDecision.RETRY)).isEqualTo("window-passed");
        assertThat(refusal(release, RITA, PausedDecision.RESUME)).isEqualTo("window-passed");
        assertThat(refusal(release, RITA, PausedDecision.END_HERE)).isEqualTo("failed-sites-open");
        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));

        refused(paused.endHere(release), "not-decided");
        assertThat(say(release, RITA, PausedDecision.END_HERE)).isEqualTo(new Proposed(List.of("change manager")));
        refused(paused.endHere(release), "not-decided");
        assertThat(say(release, CARL, PausedDecision.END_HERE)).isEqualTo(new Decided());
        done(paused.endHere(release));
        assertThat(state(release)).isEqualTo(ReleaseState.DEPLOYED);
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", RESTORED, "quito", NOT_REACHED));
        assertThat(reservations.held(release)).isEmpty();
        RfcNumber rfc = releases.submitted(release).rfcs().iterator().next();
        assertThat(changes.claim(
                        releases.draft(RITA, "The rest", "Quito waits"), Set.of(rfc), Set.of(new SiteId("oslo"))))
                .as("it came here")
                .isPresent();
        assertThat(changes.claim(
                        releases.draft(RITA, "The rest", "Quito waits"), Set.of(rfc), Set.of(new SiteId("quito"))))
                .isEmpty();
        assertThat(everySiteDecided.unmet(releases.submitted(release))).isEmpty();
        assertThat(told(release, RolloutEvent.PausedRolloutDecided.class)
                        .getLast()
                        .by())
                .containsExactlyInAnyOrder(RITA, CARL);
        assertThat(told(release, RolloutEvent.RolloutEndedEarly.class))
                .singleElement()
                .satisfies(event -> assertThat(event.notReached()).hasSize(1));
    }

    @Test
    void what_ended_early_is_not_planned_again_when_it_is_stopped_later() {
        ReleaseNumber release = pausedInTheFirstWave();
        backedOut(release, PausedDecision.BACK_OUT_FAILED);
        say(release, RITA, PausedDecision.END_HERE);
        say(release, CARL, PausedDecision.END_HERE);
        done(paused.endHere(release));
        done(stops.stop(release, OLGA, "Complaints"));
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        assertThat(states(release)).containsEntry("quito", NOT_REACHED);
        assertThat(everySiteDecided.unmet(releases.submitted(release))).isEmpty();
    }

    @Test
    void what_was_taken_back_before_any_site_was_switched_needs_no_rfc_that_removes_it() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel", "oslo");
        RfcNumber rfc = takenBack(release);
        assertThat(paused.situation(release).takenBack()).containsExactly(rfc);
        assertThat(paused.situation(release).toRemove()).isEmpty();
        assertThat(say(release, CARL, PausedDecision.END_HERE)).isInstanceOf(Proposed.class);
        assertThat(say(release, OLGA, PausedDecision.END_HERE)).isEqualTo(new Decided());
        done(paused.endHere(release));
        assertThat(targets.figures(release).proposal(50)).isEqualTo(Outcome.BACKED_OUT);
    }

    @Test
    void what_a_site_keeps_though_it_was_taken_back_needs_the_rfc_that_removes_it() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel", "oslo");
        wave(release);
        RfcNumber rfc = takenBack(release);
        assertThat(paused.situation(release).toRemove()).containsExactly(rfc);
        assertThat(refusal(release, CARL, PausedDecision.END_HERE)).isEqualTo("removing-rfc-missing");
        assertThat(need(paused.situation(release), "end the rollout here"))
                .startsWith("not possible: Sites keep what " + rfc);
        registered("RFC-79999", CHECK, Rfc.Status.REQUESTED);
        assertThat(need(paused.situation(release), "end the rollout here"))
                .isEqualTo("change manager and service owner");
    }

    @Test
    void whoever_decides_to_go_on_with_what_was_taken_back_decides_once() {
        sites("basel", "oslo", "quito");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo", "quito");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo", "quito"), "basel", "oslo", "quito");
        wave(release);
        RfcNumber rfc = takenBack(release);
        assertThat(say(release, CARL, PausedDecision.RESUME)).isInstanceOf(Proposed.class);
        assertThat(say(release, OLGA, PausedDecision.RESUME)).isEqualTo(new Decided());
        done(paused.resume(release));
        clock.turn(Duration.ofMinutes(5));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(states(release))
                .isEqualTo(Map.of("basel", VERIFIED, "oslo", VERIFIED, "quito", TargetState.PLANNED));

        done(stops.stop(release, CARL, "Is it wanted?"));
        assertThat(paused.situation(release).takenBack()).as("it is decided").isEmpty();
        assertThat(paused.situation(release).toRemove()).isEmpty();
        assertThat(say(release, RITA, PausedDecision.RESUME)).isEqualTo(new Decided());
        done(paused.resume(release));
        clock.turn(Duration.ofMinutes(5));
        assertThat(wave(release)).as(rfc + " stops no wave any more").isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void what_is_taken_back_without_a_word_of_anybody_stops_the_next_wave() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel", "oslo");
        wave(release);
        takeBack(release);
        clock.turn(Duration.ofMinutes(5));
        assertThat(rollouts.startWave(release, 2))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons()).singleElement().satisfies(why -> {
                            assertThat(why.rule()).isEqualTo("rfcs-still-approved");
                            assertThat(why.reason()).endsWith("decide that the rollout goes on all the same.");
                        }));
    }

    @Test
    void what_is_taken_back_after_the_last_wave_may_stay_until_another_rfc_removes_it() {
        sites("basel");
        baseline(made(CHECK, "1.0.0"), "basel");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel"), "basel");
        wave(release);
        done(rollouts.finish(release));
        move(release, ReleaseState.POST_AUDITED, ReleaseState.EARLY_LIFE);
        done(stops.stop(release, CARL, "Is it wanted?"));
        assertThat(refusal(release, CARL, PausedDecision.END_HERE)).isEqualTo("rollout-over");
        takeBack(release);
        RfcNumber removing = registered("RFC-79999", CHECK, Rfc.Status.REQUESTED);
        RfcNumber another = registered("RFC-80000", CHECK, Rfc.Status.APPROVED);
        registered("RFC-80001", CHECK, Rfc.Status.IMPLEMENTED);
        registered("RFC-80002", PAYMENTS, Rfc.Status.APPROVED);
        assertThat(paused.situation(release).removers().stream().map(Rfc::number))
                .containsExactly(removing, another);

        assertThat(refusal(release, CARL, PausedDecision.END_HERE)).isEqualTo("removing-rfc-missing");
        assertThat(paused.decide(release, CARL, PausedDecision.END_HERE, "as agreed", Set.of(removing)))
                .isInstanceOf(Proposed.class);
        assertThat(paused.decide(release, OLGA, PausedDecision.END_HERE, "as agreed", Set.of(removing, another)))
                .as("they do not name the same")
                .isInstanceOf(Proposed.class);
        assertThat(paused.decide(release, OLGA, PausedDecision.END_HERE, "as agreed", Set.of(removing)))
                .isEqualTo(new Decided());
        clock.turn(Duration.ofMinutes(7));
        done(paused.endHere(release));
        assertThat(state(release)).isEqualTo(ReleaseState.EARLY_LIFE);
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED));
        assertThat(targets.stood(release)).hasSize(1);

        done(stops.stop(release, CARL, "Something else"));
        assertThat(paused.situation(release).takenBack()).as("it is decided").isEmpty();
    }

    private RfcNumber registered(String number, UnitId unit, Rfc.Status status) {
        RfcNumber rfc = new RfcNumber(number);
        changes.register(new Rfc(rfc, "Remove it", unit, Rfc.Impact.LOW, false, status, List.of("It is gone.")));
        return rfc;
    }

    private RfcNumber takenBack(ReleaseNumber release) {
        RfcNumber rfc = takeBack(release);
        done(stops.haltBetweenSites(release, CARL, rfc + " was withdrawn"));
        return rfc;
    }

    private RfcNumber takeBack(ReleaseNumber release) {
        RfcNumber rfc = releases.submitted(release).rfcs().iterator().next();
        done(changes.takeBack(rfc, CARL, Rfc.Status.WITHDRAWN, "Nobody asks for it any more"));
        return rfc;
    }

    @Test
    void what_stood_and_went_on_is_known_with_its_times() {
        ReleaseNumber release = pausedInTheFirstWave();
        assertThat(targets.stood(release)).isEmpty();
        Instant from = clock.instant();
        clock.turn(Duration.ofMinutes(7));
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));
        assertThat(targets.stood(release)).containsExactly(new SiteTargets.Stood(from, clock.instant()));
        done(stops.stop(release, CARL, "One moment"));
        assertThat(targets.stood(release)).hasSize(1);
    }

    @Test
    void two_people_must_say_the_same_and_one_with_both_roles_is_one_person() {
        ReleaseNumber release = pausedInTheFirstWave();
        backedOut(release, PausedDecision.BACK_OUT_FAILED);
        assertThat(say(release, KATE, PausedDecision.END_HERE)).isInstanceOf(Proposed.class);
        assertThat(refusal(release, KATE, PausedDecision.END_HERE)).isEqualTo("second-role-needed");
        assertThat(refusal(release, OLGA, PausedDecision.END_HERE)).isEqualTo("not-theirs-to-decide");
        assertThat(paused.situation(release).said())
                .containsExactly(new PausedRollouts.Said(KATE, "end the rollout here", "as agreed"));
        assertThat(say(release, RITA, PausedDecision.END_HERE)).isEqualTo(new Decided());
        assertThat(paused.situation(release).said()).isEmpty();
    }

    @Test
    void past_the_point_of_no_return_change_manager_and_service_owner_decide_for_failed_sites_as_for_all() {
        noReturn = PointOfNoReturn.FIRST_WAVE;
        ReleaseNumber release = pausedInTheFirstWave();
        assertThat(refusal(release, RITA, PausedDecision.BACK_OUT_FAILED)).isEqualTo("past-point-of-no-return");
        assertThat(refusal(release, RITA, PausedDecision.BACK_OUT_ALL)).isEqualTo("past-point-of-no-return");
        assertThat(say(release, CARL, PausedDecision.BACK_OUT_FAILED))
                .isEqualTo(new Proposed(List.of("service owner")));
        assertThat(say(release, OLGA, PausedDecision.BACK_OUT_ALL)).isEqualTo(new Proposed(List.of("change manager")));
        assertThat(say(release, OLGA, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new Decided());
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
    }

    @Test
    void the_word_of_somebody_who_left_the_role_meanwhile_counts_no_more() {
        noReturn = PointOfNoReturn.FIRST_WAVE;
        ReleaseNumber release = pausedInTheFirstWave();
        assertThat(say(release, CARL, PausedDecision.BACK_OUT_FAILED)).isInstanceOf(Proposed.class);
        people.leavesEveryGroup(CARL);
        assertThat(say(release, OLGA, PausedDecision.BACK_OUT_FAILED))
                .isEqualTo(new Proposed(List.of("change manager")));
        assertThat(paused.situation(release).said())
                .contains(new PausedRollouts.Said(
                        CARL, "back out the failed sites (no longer theirs to say)", "as agreed"));
        assertThat(backOuts.order(release)).isInstanceOf(BackOuts.NotOrdered.class);

        assertThat(say(release, KATE, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new Decided());
        assertThat(told(release, RolloutEvent.PausedRolloutDecided.class)
                        .getLast()
                        .by())
                .containsExactlyInAnyOrder(KATE, OLGA);
    }

    @Test
    void an_activation_whose_read_back_failed_counts_for_the_point_of_no_return() {
        noReturn = PointOfNoReturn.FIRST_WAVE;
        sites("oslo");
        baseline(made(CHECK, "1.0.0"), "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "oslo"), "oslo");
        Mending mending = activatedButUnreadable(release);
        assertThat(states(release)).containsEntry("oslo", FAILED);
        assertThat(part(release, "oslo", CHECK).activated()).isTrue();
        assertThat(part(release, "oslo", CHECK).verified()).isFalse();
        assertThat(refusal(release, RITA, PausedDecision.BACK_OUT_ALL)).isEqualTo("past-point-of-no-return");
        mending.mend();
    }

    @Test
    void nobody_goes_on_to_a_wave_whose_way_back_was_recalled_and_the_page_names_the_ways_out() {
        ReleaseNumber release = stoppedBeforeOslo();
        assertThat(need(paused.situation(release), "go on")).isEqualTo("release manager or change manager");
        done(library.recall(Objects.requireNonNull(item("oslo", CHECK).verified()), new Actor("sofia"), "a hole"));

        assertThat(refusal(release, RITA, PausedDecision.RESUME)).isEqualTo("returns-changed");
        assertThat(need(paused.situation(release), "go on"))
                .startsWith("not possible: The way back is not the one that was planned: rollout-check at oslo")
                .endsWith(". Back out, or end the rollout here and release again for the sites that are left.");
        assertThat(say(release, RITA, PausedDecision.END_HERE)).isInstanceOf(Proposed.class);
        assertThat(say(release, CARL, PausedDecision.END_HERE)).isEqualTo(new Decided());
        done(paused.endHere(release));
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", NOT_REACHED));
    }

    @Test
    void nobody_goes_on_to_a_wave_whose_site_runs_something_else_by_then() {
        ReleaseNumber release = stoppedBeforeOslo();
        cmdb.observed(new SiteId("oslo"), CHECK, new Content.Absent(), false, clock.instant());

        assertThat(refusal(release, RITA, PausedDecision.RESUME)).isEqualTo("predecessor-changed");
        assertThat(need(paused.situation(release), "go on"))
                .startsWith("not possible: Site oslo was approved to be changed from rollout-check 1.0.0")
                .endsWith("; back out, or end the rollout here and release again for the sites that are left.");
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", NOT_REACHED));
    }

    /** Basel has it, and oslo is in the next wave. */
    private ReleaseNumber stoppedBeforeOslo() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel", "oslo");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(stops.stop(release, OLGA, "Complaints"));
        return release;
    }

    private static String need(PausedRollouts.Situation situation, String decision) {
        return situation.needs().stream()
                .filter(need -> need.decision().equals(decision))
                .map(PausedRollouts.Need::needs)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_page_says_whose_word_each_decision_needs_and_what_a_back_out_would_do() {
        ReleaseNumber release = pausedInTheFirstWave();
        PausedRollouts.Situation situation = paused.situation(release);
        assertThat(situation.why()).isEqualTo("1 of 2 sites of wave 1 failed, against 20 %.");
        assertThat(situation.needs())
                .contains(
                        new PausedRollouts.Need("back out all sites", "release manager or change manager"),
                        new PausedRollouts.Need(
                                "go on", "not possible: Failed sites are to be retried or backed out first."));
        assertThat(situation.returns())
                .extracting(each -> each.site() + " " + each.what().replaceAll(" \\(.*", ""))
                .containsExactly(
                        "oslo was never switched and is looked at; it returns to rollout-check 1.0.0",
                        "basel returns to rollout-check 1.0.0");
    }

    @Test
    void a_switched_site_whose_next_attempt_is_not_begun_before_a_stop_is_still_failed_and_returns() {
        ReleaseNumber release = toBeRetried();
        done(stops.stop(release, OLGA, "Customers call"));
        isStillFailedAndReturns(release);
    }

    @Test
    void the_same_holds_where_the_wave_of_the_next_attempt_is_stopped() {
        ReleaseNumber release = toBeRetried();
        int wave = begin(release);
        done(stops.stop(release, OLGA, "Customers call"));
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
        isStillFailedAndReturns(release);
    }

    private ReleaseNumber toBeRetried() {
        sites("oslo");
        baseline(made(CHECK, "1.0.0"), "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "oslo"), "oslo");
        activatedButUnreadable(release).mend();
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));
        return release;
    }

    private void isStillFailedAndReturns(ReleaseNumber release) {
        assertThat(states(release)).isEqualTo(Map.of("oslo", FAILED));
        assertThat(told(release, RolloutEvent.SitesNotReached.class))
                .as("a site that was switched was reached")
                .isEmpty();
        assertThat(refusal(release, RITA, PausedDecision.RESUME)).isEqualTo("failed-sites-open");
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("oslo", RESTORED));
        UnitRevision before =
                Objects.requireNonNull(part(release, "oslo", CHECK).predecessor());
        assertThat(running("oslo", CHECK)).isEqualTo(before.digest());
        assertThat(item("oslo", CHECK).authorised()).isEqualTo(before);
    }

    private Mending activatedButUnreadable(ReleaseNumber release) {
        Mending[] mending = new Mending[1];
        int wave = begin(release);
        slowly.afterActivation(() -> mending[0] = breakSite("oslo", CHECK));
        work();
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
        return mending[0];
    }

    private ReleaseNumber pausedInTheFirstWave() {
        sites("basel", "oslo", "quito");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo", "quito");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo", "quito"), "basel oslo", "quito");
        Mending mending = breakSite("oslo", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", FAILED, "quito", NOT_REACHED));
        mending.mend();
        return release;
    }

    private PausedRollouts.Answer say(ReleaseNumber release, Actor actor, PausedDecision decision) {
        return paused.decide(release, actor, decision, "as agreed", Set.of());
    }

    private String refusal(ReleaseNumber release, Actor actor, PausedDecision decision) {
        return say(release, actor, decision) instanceof PausedRollouts.NotDecided no
                ? no.refusal().rule()
                : "";
    }
}
