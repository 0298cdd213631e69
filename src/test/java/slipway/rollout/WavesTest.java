package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.PREPARED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.policy.Policy;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class WavesTest extends RolloutStory {
    @Autowired
    private SlowSites slowly;

    @Test
    void every_site_ends_verified_with_the_library_s_files_and_the_cmdb_says_what_was_observed() {
        sites("basel", "oslo", "quito");
        UnitRevision before = made(CHECK, "1.0.0");
        baseline(before, "basel", "oslo", "quito");
        UnitRevision revision = made(CHECK, "1.1.0");
        ReleaseNumber release = started(accepted(List.of(revision), "basel", "oslo", "quito"), "basel", "oslo quito");

        assertThat(wave(release)).isEqualTo(new Rollouts.Passed(Duration.ofMinutes(5)));
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", PREPARED, "quito", PREPARED));
        assertThat(holds(release, "basel", CHECK)).isFalse();
        assertThat(holds(release, "oslo", CHECK)).isTrue();
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NoMoreWaves());
        done(rollouts.finish(release));

        for (String site : List.of("basel", "oslo", "quito")) {
            assertThat(running(site, CHECK)).isEqualTo(revision.digest());
            assertThat(item(site, CHECK).authorised()).isEqualTo(revision);
            assertThat(item(site, CHECK).authorisedBy()).isEqualTo(release);
            assertThat(item(site, CHECK).observed()).isEqualTo(new Content.Known(revision));
            assertThat(item(site, CHECK).verified()).isEqualTo(revision);
        }
        assertThat(state(release)).isEqualTo(ReleaseState.DEPLOYED);
        assertThat(reservations.held(release)).isEmpty();
        assertThat(targets.figures(release).proposal(50)).isEqualTo(Outcome.SUCCESS);
        assertThat(told(release, RolloutEvent.FirstActivation.class))
                .containsExactly(new RolloutEvent.FirstActivation(new SiteId("basel"), CHECK, 1));
        assertThat(told(release, RolloutEvent.SiteVerified.class)).hasSize(3);
    }

    @Test
    void a_freeze_at_a_site_holds_the_wave_of_that_site_and_no_other_one() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        Policy before = policies.version(policy);
        Policy.Freeze freeze = new Policy.Freeze(
                "Year end",
                clock.instant().plus(Duration.ofHours(1)),
                clock.instant().plus(Duration.ofHours(2)),
                Set.of(new SiteId("oslo")));
        policy = policies.putInForce(
                new Policy(
                        0,
                        before.soak(),
                        before.earlyLife(),
                        before.minimumCoveragePercent(),
                        before.windows(),
                        List.of(freeze)),
                new Actor("ivan"));
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel", "oslo");
        clock.turn(Duration.ofMinutes(90));

        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(1, clock.instant()));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(2, freeze.end()));
        assertThat(rollouts.startWave(release, 2))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .containsExactly("freeze"));
        clock.turn(Duration.ofMinutes(30));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void after_the_second_of_five_sites_failed_against_twenty_percent_no_further_site_begins() {
        sites("a1", "a2", "a3", "a4", "a5");
        baseline(made(CHECK, "1.0.0"), "a1", "a2", "a3", "a4", "a5");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3", "a4", "a5"), "a1 a2 a3 a4 a5");
        breakSite("a1", CHECK);
        breakSite("a2", CHECK);

        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        assertThat(states(release)).containsEntry("a1", FAILED).containsEntry("a3", PREPARED);
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).as("a third site begins").isFalse();

        assertThat(states(release))
                .isEqualTo(Map.of("a1", FAILED, "a2", FAILED, "a3", NOT_REACHED, "a4", NOT_REACHED, "a5", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave))
                .isEqualTo(new Rollouts.Stopped("2 of 5 sites of wave 1 failed, against 20 %."));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(paused.situation(release).why()).isEqualTo("2 of 5 sites of wave 1 failed, against 20 %.");
        assertThat(told(release, RolloutEvent.SitesNotReached.class))
                .singleElement()
                .satisfies(event -> assertThat(event.sites())
                        .containsExactly(new SiteId("a3"), new SiteId("a4"), new SiteId("a5")));
        assertThat(told(release, RolloutEvent.RolloutPaused.class))
                .extracting(RolloutEvent.RolloutPaused::raised)
                .containsExactly(false);
    }

    @Test
    void too_many_failures_stop_the_wave_also_while_a_copied_site_waits_for_its_next_try() {
        sites("a1", "a2", "a3");
        baseline(made(CHECK, "1.0.0"), "a1", "a2", "a3");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3"), "a1 a2 a3");
        breakSite("a2", CHECK);
        int wave = begin(release);
        slowly.afterActivation(() -> {
            throw new IllegalStateException("the network went away");
        });
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).isTrue();
        work();
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", FAILED, "a3", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave))
                .isEqualTo(new Rollouts.Stopped("1 of 3 sites of wave 1 failed, against 20 %."));
    }

    @Test
    void when_the_approved_window_passes_in_a_wave_no_further_site_begins_and_people_decide() {
        sites("a1", "a2", "a3");
        UnitRevision before = made(CHECK, "1.0.0");
        baseline(before, "a1", "a2", "a3");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3"), "a1 a2 a3");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        clock.turn(Duration.ofHours(8));
        work();
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        assertThat(running("a2", CHECK)).isEqualTo(before.digest());
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped("The approved window has passed."));
        assertThat(paused.situation(release).why()).isEqualTo("The approved window has passed.");
        assertThat(told(release, RolloutEvent.RolloutPaused.class))
                .extracting(RolloutEvent.RolloutPaused::raised)
                .containsExactly(false);
        assertThat(told(release, RolloutEvent.SitesNotReached.class))
                .singleElement()
                .satisfies(event -> assertThat(event.sites()).containsExactly(new SiteId("a2"), new SiteId("a3")));
    }

    @Test
    void what_was_distributed_within_the_window_is_switched_on_after_it() {
        sites("a1", "a2");
        baseline(made(CHECK, "1.0.0"), "a1", "a2");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2"), "a1 a2");
        int wave = begin(release);
        slowly.afterDistribution(() -> clock.turn(Duration.ofHours(8)));
        work();
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
    }

    @Test
    void exactly_the_threshold_does_not_stop_and_people_decide_when_every_wave_is_over() {
        sites("a1", "a2", "a3", "a4", "a5");
        baseline(made(CHECK, "1.0.0"), "a1", "a2", "a3", "a4", "a5");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3", "a4", "a5"), "a1 a2 a3 a4 a5");
        breakSite("a2", CHECK);

        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(states(release)).containsEntry("a2", FAILED).containsEntry("a5", VERIFIED);
        assertThat(holds(release, "a2", CHECK))
                .as("the failed site stays reserved")
                .isTrue();
        refused(rollouts.finish(release), "sites-open");
        assertThat(rollouts.next(release))
                .isInstanceOfSatisfying(
                        Rollouts.Undecided.class, next -> assertThat(next.why()).contains("rollout-check at a2"));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(rollouts.next(release)).isInstanceOf(Rollouts.Undecided.class);
    }

    @Test
    void a_wave_that_is_begun_again_is_judged_by_all_its_planned_sites() {
        sites("a1", "a2", "a3", "a4", "a5");
        baseline(made(CHECK, "1.0.0"), "a1", "a2", "a3", "a4", "a5");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3", "a4", "a5"), "a1 a2 a3 a4 a5");
        breakSite("a2", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(rollouts.next(release)).isInstanceOf(Rollouts.Undecided.class);
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));

        assertThat(wave(release)).as("one of five").isInstanceOf(Rollouts.Passed.class);
        assertThat(told(release, RolloutEvent.WavePassed.class))
                .containsExactly(new RolloutEvent.WavePassed(1, 5, 4, 1), new RolloutEvent.WavePassed(1, 5, 4, 1));
    }

    @Test
    void sites_that_were_returned_stay_planned_when_their_wave_is_begun_again() {
        sites("a1", "a2", "a3");
        baseline(made(CHECK, "1.0.0"), "a1", "a2", "a3");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3"), "a1 a2 a3");
        Mending first = breakSite("a1", CHECK);
        assertThat(wave(release)).isEqualTo(new Rollouts.Stopped("1 of 3 sites of wave 1 failed, against 20 %."));
        first.mend();
        backedOut(release, PausedDecision.BACK_OUT_FAILED);
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        breakSite("a3", CHECK);

        assertThat(wave(release)).isEqualTo(new Rollouts.Stopped("1 of 3 sites of wave 1 failed, against 20 %."));
        assertThat(states(release)).isEqualTo(Map.of("a1", RESTORED, "a2", VERIFIED, "a3", FAILED));
    }

    @Test
    void sites_of_a_wave_that_stopped_are_free_for_others_when_the_rollout_is_over() {
        sites("a1", "a2");
        baseline(made(CHECK, "1.0.0"), "a1", "a2");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2"), "a1 a2");
        Mending second = breakSite("a2", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        second.mend();
        backedOut(release, PausedDecision.BACK_OUT_FAILED);
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NoMoreWaves());
        assertThat(holds(release, "a1", CHECK)).isTrue();

        done(rollouts.finish(release));
        assertThat(holds(release, "a1", CHECK)).as("it is watched").isTrue();
        clock.turn(Duration.ofMinutes(5));
        assertThat(reservations.held(release)).isEmpty();
    }

    @Test
    void a_wave_whose_sites_run_the_revision_already_orders_nothing() {
        sites("basel", "oslo");
        UnitRevision revision = made(CHECK, "1.1.0");
        baseline(revision, "basel");
        baseline(made(CHECK, "1.0.0"), "oslo");
        ReleaseNumber release = started(accepted(List.of(revision), "basel", "oslo"), "basel", "oslo");

        assertThat(rollouts.startWave(release, 1)).isEqualTo(new Rollouts.NothingToInstall());
        assertThat(workOnce()).isFalse();
        assertThat(rollouts.evaluate(release, 1)).isEqualTo(new Rollouts.Passed(Duration.ZERO));
        assertThat(states(release)).containsEntry("basel", TargetState.NOTHING_TO_DO);
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(rollouts.finish(release));
        assertThat(targets.figures(release).proposal(100)).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_wave_is_evaluated_once_and_only_when_every_site_is_through() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel oslo");
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
        begin(release);
        assertThat(workOnce()).isTrue();
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
        work();
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Passed.class);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
    }
}
