package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.PREPARED;
import static slipway.rollout.TargetState.VERIFIED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

class StopsTest extends RolloutStory {
    private static final Actor ZOE = new Actor("zoe");
    private static final Actor NILS = new Actor("nils");
    private static final Duration SOAK = Duration.ofMinutes(5);

    @Autowired
    private SlowSites slowly;

    @Test
    void a_rollout_that_runs_well_by_its_numbers_can_be_stopped_and_no_further_site_begins() {
        ReleaseNumber release = release("a1 a2 a3");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        done(stops.stop(release, new Actor("ines"), "Payments bounce"));
        assertThat(workOnce()).isFalse();
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        assertThat(state(release)).isEqualTo(ReleaseState.IN_ROLLOUT);
        assertThat(rollouts.evaluate(release, wave))
                .isEqualTo(new Rollouts.Stopped("Stopped by Ines: Payments bounce"));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(told(release, RolloutEvent.RolloutStopped.class))
                .containsExactly(new RolloutEvent.RolloutStopped("in rollout", "Payments bounce", false));
        assertThat(told(release, RolloutEvent.RolloutPaused.class))
                .extracting(RolloutEvent.RolloutPaused::raised)
                .containsExactly(true);
    }

    @Test
    void a_wave_that_is_stopped_and_fails_by_its_threshold_too_is_news_besides_the_stop() {
        ReleaseNumber release = release("a1 a2 a3");
        breakSite("a1", CHECK);
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        done(stops.halt(release, new Actor("ines"), "RFC-1 was withdrawn"));
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(told(release, RolloutEvent.RolloutStopped.class))
                .extracting(RolloutEvent.RolloutStopped::consequence)
                .containsExactly(true);
        assertThat(told(release, RolloutEvent.RolloutPaused.class))
                .extracting(RolloutEvent.RolloutPaused::raised)
                .containsExactly(false);
    }

    @Test
    void an_order_whose_work_broke_off_when_the_wave_was_stopped_is_not_begun_again() {
        ReleaseNumber release = release("a1 a2 a3");
        int wave = begin(release);
        slowly.afterDistribution(() -> stoppedAndBrokenOff(release));
        assertThat(workOnce()).isTrue();
        assertThat(states(release)).isEqualTo(Map.of("a1", NOT_REACHED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped("Stopped by Rita: Wait"));
        clock.turn(Duration.ofHours(1));
        assertThat(workOnce()).isFalse();
    }

    @Test
    void what_was_under_way_when_the_wave_was_stopped_is_finished_also_after_its_work_broke_off() {
        ReleaseNumber release = release("a1 a2 a3");
        int wave = begin(release);
        slowly.afterActivation(() -> stoppedAndBrokenOff(release));
        assertThat(workOnce()).isTrue();
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.NotOver.class);
        clock.turn(Duration.ofSeconds(10));
        work();
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped("Stopped by Rita: Wait"));
    }

    @Test
    void a_stop_while_a_copied_site_waits_for_its_next_try_stops_all_the_same_and_that_site_finishes() {
        ReleaseNumber release = release("a1 a2 a3");
        int wave = begin(release);
        slowly.afterActivation(() -> {
            throw new IllegalStateException("the network went away");
        });
        assertThat(workOnce()).isTrue();
        done(stops.stop(release, RITA, "Wait"));
        assertThat(states(release))
                .isEqualTo(Map.of("a1", TargetState.DISTRIBUTED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.NotOver.class);
        work();
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped("Stopped by Rita: Wait"));
    }

    @Test
    void after_a_stop_a_copied_site_that_cannot_be_reached_is_tried_once_more_at_once_and_fails_then() {
        ReleaseNumber release = release("a1 a2 a3");
        int wave = begin(release);
        networkGoesAway(() -> {});
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).as("another site is begun").isTrue();
        done(stops.stop(release, RITA, "Wait"));
        networkGoesAway(() -> {});
        assertThat(workOnce()).as("the last try").isTrue();
        assertThat(states(release)).isEqualTo(Map.of("a1", FAILED, "a2", VERIFIED, "a3", NOT_REACHED));
        assertThat(part(release, "a1", CHECK).reason()).contains("the network went away");
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
    }

    @Test
    void what_breaks_off_once_its_wave_is_stopped_is_tried_once_more_after_a_breath_too() {
        ReleaseNumber release = release("a1 a2 a3");
        int wave = begin(release);
        networkGoesAway(() -> done(stops.stop(release, RITA, "Wait")));
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).as("it would break off again at once").isFalse();
        clock.turn(Duration.ofSeconds(10));
        networkGoesAway(() -> {});
        assertThat(workOnce()).as("the last try").isTrue();
        assertThat(states(release)).containsEntry("a1", FAILED);
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
    }

    /** Once files were switched the next time. */
    private void networkGoesAway(Runnable before) {
        slowly.afterActivation(() -> {
            before.run();
            throw new IllegalStateException("the network went away");
        });
    }

    private void stoppedAndBrokenOff(ReleaseNumber release) {
        done(stops.stop(release, RITA, "Wait"));
        throw new IllegalStateException("the network went away");
    }

    @Test
    void before_a_wave_begins_a_stop_pauses_at_once_and_the_wave_is_held_for_that_reason() {
        ReleaseNumber release = release("a1 a2 a3");
        done(stops.stop(release, ZOE, "The branch moves"));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(states(release)).containsEntry("a1", NOT_REACHED);
        assertThat(rollouts.startWave(release, 1)).isInstanceOf(Rollouts.Held.class);
        done(rollouts.hold(release, 1));
        assertThat(paused.situation(release).why()).isEqualTo("Stopped by Zoe: The branch moves");
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.Undecided("Stopped by Zoe: The branch moves"));
        assertThat(told(release, RolloutEvent.RolloutPaused.class)).hasSize(1);
    }

    @Test
    void while_a_wave_soaks_a_stop_pauses_at_once_and_its_sites_stay_reserved_for_all_of_it() {
        ReleaseNumber release = release("a1", "a2 a3");
        int wave = begin(release);
        work();
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Passed.class);
        done(stops.stop(release, RITA, "Odd entries in the log"));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(rollouts.soaked(release, wave)).isFalse();
        assertThat(holds(release, "a1", CHECK)).isTrue();

        clock.turn(SOAK.minusMillis(1));
        assertThat(holds(release, "a1", CHECK)).isTrue();
        clock.turn(Duration.ofMillis(1));
        assertThat(holds(release, "a1", CHECK)).isFalse();
        assertThat(holds(release, "a2", CHECK)).isTrue();
    }

    @Test
    void whoever_stops_a_soak_and_goes_on_does_not_shorten_it() {
        ReleaseNumber release = release("a1", "a2 a3");
        int wave = begin(release);
        work();
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Passed(SOAK));
        Instant over = clock.instant().plus(SOAK);
        clock.turn(Duration.ofMinutes(1));
        done(stops.stop(release, RITA, "Odd entries in the log"));
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));

        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(2, over));
        clock.turn(Duration.ofMinutes(4).minusMillis(1));
        assertThat(rollouts.startWave(release, 2))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .containsExactly("earlier-wave-soaks"));
        clock.turn(Duration.ofMillis(1));
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(2, over));
        assertThat(rollouts.startWave(release, 2)).isEqualTo(new Rollouts.Started(2));
        assertThat(told(release, RolloutEvent.WaveSoaked.class)).containsExactly(new RolloutEvent.WaveSoaked(1));
        assertThat(holds(release, "a1", CHECK)).isFalse();
    }

    @Test
    void whoever_stops_the_last_soak_and_goes_on_keeps_the_sites_for_all_of_it() {
        ReleaseNumber release = release("a1", "a2 a3");
        wave(release);
        clock.turn(SOAK);
        assertThat(rollouts.soaked(release, 1)).isTrue();
        int wave = begin(release);
        work();
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Passed(SOAK));
        clock.turn(Duration.ofMinutes(1));
        done(stops.stop(release, RITA, "Odd entries in the log"));
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NoMoreWaves());
        done(rollouts.finish(release));

        clock.turn(Duration.ofMinutes(4).minusMillis(1));
        assertThat(holds(release, "a1", CHECK)).isFalse();
        assertThat(holds(release, "a2", CHECK)).isTrue();
        clock.turn(Duration.ofMillis(1));
        assertThat(reservations.held(release)).isEmpty();
    }

    @Test
    void what_is_verified_in_a_wave_that_stopped_is_watched_before_the_next_one() {
        ReleaseNumber release = release("a1 a2", "a3");
        Mending second = breakSite("a2", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        Instant over = clock.instant().plus(SOAK);
        second.mend();
        backedOut(release, PausedDecision.BACK_OUT_FAILED);
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));

        assertThat(states(release)).containsEntry("a1", VERIFIED);
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(2, over));
        assertThat(rollouts.startWave(release, 2)).isInstanceOf(Rollouts.Held.class);
    }

    @Test
    void a_wave_that_is_begun_again_waits_for_no_soak_of_its_own() {
        ReleaseNumber release = release("a1 a2", "a3");
        Mending second = breakSite("a2", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        second.mend();
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));

        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(1, clock.instant()));
        assertThat(rollouts.startWave(release, 1)).isEqualTo(new Rollouts.Started(1));
    }

    @Test
    void a_stop_of_a_wave_that_is_through_pauses_when_it_is_evaluated() {
        ReleaseNumber release = release("a1", "a2 a3");
        int wave = begin(release);
        work();
        done(stops.stop(release, CARL, "One moment"));
        assertThat(state(release)).isEqualTo(ReleaseState.IN_ROLLOUT);
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped("Stopped by Carl: One moment"));
        assertThat(states(release)).isEqualTo(Map.of("a1", VERIFIED, "a2", NOT_REACHED, "a3", NOT_REACHED));
    }

    @Test
    void after_the_last_wave_it_is_stopped_and_goes_on_where_it_was() {
        ReleaseNumber release = release("a1 a2 a3");
        wave(release);
        done(rollouts.finish(release));
        done(stops.stop(release, OLGA, "Complaints"));
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        assertThat(decide(release, PausedDecision.RETRY)).isEqualTo("rollout-over");
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        assertThat(state(release)).isEqualTo(ReleaseState.DEPLOYED);
        assertThat(states(release)).containsEntry("a1", VERIFIED);
    }

    @Test
    void a_coordinator_stops_releases_at_their_sites_only_and_others_stop_none() {
        ReleaseNumber release = release("a1 a2 a3");
        refused(stops.stop(release, new Actor("dana"), "I want to"), "may-not-stop");
        refused(stops.stop(release, new Actor("nobody"), "I want to"), "may-not-stop");
        cmdb.registerSite(new Site(
                new SiteId("far"), "Far", ZoneOffset.UTC, NILS, true, false, Channel.DIRECTORY, folder.toString()));
        refused(stops.stop(release, NILS, "I want to"), "may-not-stop");
        refused(stops.stop(release, ZOE, " "), "reason-missing");
        assertThat(states(release)).containsEntry("a1", PREPARED);
        assertThat(told(release, RolloutEvent.RolloutStopped.class)).isEmpty();
    }

    @Test
    void what_stands_or_never_started_cannot_be_stopped() {
        sites("a1");
        baseline(made(CHECK, "1.0.0"), "a1");
        ReleaseNumber release = prepared(accepted(List.of(made(CHECK, "1.1.0")), "a1"), "a1");
        refused(stops.stop(release, RITA, "Wait"), "nothing-to-stop");
        done(rollouts.start(release));
        done(stops.stop(release, RITA, "Wait"));
        refused(stops.stop(release, RITA, "Wait"), "nothing-to-stop");
        refused(stops.halt(release, RITA, "What it brought was recalled"), "nothing-to-stop");
        assertThat(told(release, RolloutEvent.RolloutStopped.class))
                .as("what stood already was not stopped again")
                .hasSize(1);
    }

    @Test
    void nobody_decides_on_a_rollout_that_does_not_stand() {
        ReleaseNumber release = release("a1 a2 a3");
        for (PausedDecision decision : PausedDecision.values()) {
            assertThat(decide(release, decision)).as(decision.words()).isEqualTo("state-table");
        }
        refused(paused.resume(release), "not-decided");
        assertThat(begin(release)).isEqualTo(1);
    }

    private String decide(ReleaseNumber release, PausedDecision decision) {
        return paused.decide(release, RITA, decision, "as agreed", Set.of()) instanceof PausedRollouts.NotDecided no
                ? no.refusal().rule()
                : "";
    }

    @Test
    void a_rollout_is_given_up_before_any_site_is_switched_and_lets_go_of_its_sites() {
        ReleaseNumber waits = release("a1 a2 a3");
        assertThat(reservations.held(waits)).isNotEmpty();
        done(stops.giveUp(waits));
        assertThat(state(waits)).isEqualTo(ReleaseState.CANCELLED);
        assertThat(reservations.held(waits)).isEmpty();
        refused(stops.giveUp(waits), "state-table");
    }

    @Test
    void a_rollout_that_stands_is_given_up_where_a_site_failed_before_it_was_switched() {
        ReleaseNumber release = release("a1 a2 a3");
        breakSite("a1", CHECK);
        int wave = begin(release);
        refused(stops.giveUp(release), "sites-under-way");
        assertThat(workOnce()).isTrue();
        done(stops.stop(release, RITA, "Wait"));
        refused(stops.giveUp(release), "sites-under-way");
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(states(release)).isEqualTo(Map.of("a1", FAILED, "a2", NOT_REACHED, "a3", NOT_REACHED));
        done(stops.giveUp(release));
        assertThat(state(release)).isEqualTo(ReleaseState.CANCELLED);
    }

    @Test
    void nothing_is_given_up_while_what_was_decided_is_carried_out() {
        ReleaseNumber release = release("a1 a2 a3");
        done(stops.stop(release, RITA, "Wait"));
        decided(release, PausedDecision.RESUME);
        refused(stops.giveUp(release), "sites-under-way");
        done(paused.resume(release));
        done(stops.giveUp(release));
    }

    @Test
    void once_a_site_was_switched_a_rollout_is_backed_out_and_not_given_up() {
        ReleaseNumber release = release("a1", "a2 a3");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        refused(stops.giveUp(release), "state-table");
        done(stops.stop(release, RITA, "Wait"));
        refused(stops.giveUp(release), "state-table");
    }

    @Test
    void what_was_stopped_after_its_last_wave_is_not_given_up() {
        ReleaseNumber release = release("a1 a2 a3");
        move(release, ReleaseState.DEPLOYED);
        done(stops.stop(release, RITA, "Wait"));
        refused(stops.giveUp(release), "state-table");
    }

    private ReleaseNumber release(String... arranged) {
        sites("a1", "a2", "a3");
        baseline(made(CHECK, "1.0.0"), "a1", "a2", "a3");
        return started(accepted(List.of(made(CHECK, "1.1.0")), "a1", "a2", "a3"), arranged);
    }
}
