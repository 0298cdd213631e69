package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.VERIFIED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** The number of failed sites, and those that fail one after another, as limits of a wave and of a pilot. */
class WaveLimitsTest extends RolloutStory {
    private static final String NONE = "no limit";
    private static final Threshold ANY = limits(100, NONE, NONE);
    private static final Threshold FIRST = limits(100, 0, NONE);

    @Autowired
    private WaveTable waveTable;

    @Test
    void the_last_of_three_that_fail_one_after_another_stops_and_a_success_between_starts_anew() {
        ReleaseNumber release = release(ANY, limits(100, NONE, 3), "a1 a2 a3 a4 a5 a6 a7");
        broken("a1", "a2", "a4", "a5", "a6");
        int wave = begin(release);
        for (int site = 1; site <= 5; site++) {
            assertThat(workOnce()).isTrue();
        }
        assertThat(states(release)).containsEntry("a5", FAILED).containsEntry("a7", TargetState.PREPARED);
        work();

        assertThat(states(release)).containsEntry("a6", FAILED).containsEntry("a7", NOT_REACHED);
        String why = "3 sites of wave 1 failed one after another; 3 stop a wave.";
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped(why));
        assertThat(paused.situation(release).why()).isEqualTo(why);
        assertThat(told(release, RolloutEvent.WaveStopped.class)).containsExactly(new RolloutEvent.WaveStopped(1, why));
        assertThat(told(release, RolloutEvent.RolloutPaused.class))
                .containsExactly(new RolloutEvent.RolloutPaused(Optional.of(1), why, false));
    }

    @Test
    void a_wave_that_is_begun_again_counts_those_in_a_row_anew() {
        ReleaseNumber release = release(ANY, limits(100, NONE, 3), "a1 a2 a3 a4");
        List<Mending> mendings = List.of(breakSite("a1", CHECK), breakSite("a2", CHECK), breakSite("a3", CHECK));
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mendings.getLast().mend();
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));

        assertThat(wave(release)).as("two in a row").isInstanceOf(Rollouts.Passed.class);
        assertThat(states(release)).isEqualTo(Map.of("a1", FAILED, "a2", FAILED, "a3", VERIFIED, "a4", VERIFIED));
    }

    @Test
    void one_more_than_may_fail_stops_wherever_the_others_succeeded() {
        ReleaseNumber release = release(ANY, limits(100, 1, NONE), "a1 a2 a3 a4");
        broken("a1", "a3");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).isTrue();
        assertThat(waveTable.find(release, wave)).map(Wave::state).contains(WaveState.RUNNING);
        work();

        assertThat(states(release)).isEqualTo(Map.of("a1", FAILED, "a2", VERIFIED, "a3", FAILED, "a4", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave))
                .isEqualTo(new Rollouts.Stopped("2 sites of wave 1 failed; more than 1 stop a wave."));
    }

    @Test
    void a_pilot_stops_at_its_first_failed_site_and_again_when_it_is_begun_again() {
        ReleaseNumber release = release(FIRST, ANY, "a1 a2", "a3 a4");
        broken("a1");
        assertThat(wave(release)).isEqualTo(new Rollouts.Stopped("1 site of wave 1 failed; none may."));
        assertThat(states(release)).containsEntry("a2", NOT_REACHED);
        assertThat(state(release)).isEqualTo(ReleaseState.PAUSED);
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));
        assertThat(wave(release)).isEqualTo(new Rollouts.Stopped("1 site of wave 1 failed; none may."));
    }

    @Test
    void a_later_wave_is_no_pilot() {
        ReleaseNumber release = release(FIRST, ANY, "a1", "a2 a3");
        broken("a2");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void an_only_wave_is_no_pilot() {
        ReleaseNumber release = release(FIRST, ANY, "a1 a2");
        broken("a1");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void the_longest_row_of_failures_is_kept_and_what_was_not_reached_neither_ends_nor_lengthens_one() {
        ReleaseNumber release = release(ANY, ANY, "a1 a2 a3 a4 a5 a6 a7");
        List<SiteStand> sites = targets.sites(release);
        Set<SiteId> all = Set.copyOf(sites.stream().map(SiteStand::site).toList());
        waveTable.start(release, Wave.started(1, 1, Optional.of(ANY), sites, all, Instant.EPOCH));

        assertThat(waveTable.count(release, 1, 0, 1, 0).inARow()).isEqualTo(1);
        assertThat(waveTable.count(release, 1, 0, 0, 1).inARow()).isEqualTo(1);
        assertThat(waveTable.count(release, 1, 0, 1, 0).inARow()).isEqualTo(2);
        assertThat(waveTable.count(release, 1, 1, 0, 0).inARow()).isEqualTo(2);
        assertThat(waveTable.count(release, 1, 0, 1, 0).inARow()).isEqualTo(2);
        assertThat(waveTable.count(release, 1, 0, 1, 0).inARow()).isEqualTo(2);
        assertThat(waveTable.count(release, 1, 0, 1, 0).inARow()).isEqualTo(3);
        waveTable.start(release, Wave.started(1, 2, Optional.of(ANY), sites, all, Instant.EPOCH));
        assertThat(waveTable.count(release, 1, 0, 1, 0).inARow()).isEqualTo(1);
    }

    private void broken(String... names) {
        for (String name : names) {
            breakSite(name, CHECK);
        }
    }

    private ReleaseNumber release(Threshold pilot, Threshold wave, String... arranged) {
        String[] names = String.join(" ", arranged).split(" ");
        sites(names);
        baseline(made(CHECK, "1.0.0"), names);
        return started(accepted(List.of(made(CHECK, "1.1.0")), names), pilot, wave, arranged);
    }

    private static Threshold limits(Object percent, Object most, Object row) {
        return Threshold.read(percent, most, row).orElseThrow();
    }
}
