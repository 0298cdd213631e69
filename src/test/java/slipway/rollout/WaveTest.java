package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.SiteId;
import slipway.site.Batch;
import slipway.site.Order;

class WaveTest {
    private static final Threshold TWENTY = Parts.share(20);

    @ParameterizedTest(name = "{0}, {1} planned: {2} verified, {3} failed, {4} not reached → {5}")
    @CsvSource({
        "RUNNING, 5, 0, 1, 0, GOES_ON",
        "RUNNING, 5, 0, 2, 0, STOPS",
        "RUNNING, 5, 3, 1, 0, GOES_ON",
        "RUNNING, 5, 4, 1, 0, IS_SETTLED",
        "RUNNING, 5, 3, 2, 0, STOPS",
        "RUNNING, 1, 0, 1, 0, STOPS",
        "RUNNING, 1, 1, 0, 0, IS_SETTLED",
        "STOPPING, 5, 0, 2, 2, GOES_ON",
        "STOPPING, 5, 1, 2, 2, IS_SETTLED",
        "STOPPING, 5, 0, 3, 2, IS_SETTLED"
    })
    void it_is_judged_after_every_outcome(
            WaveState state, int planned, int verified, int failed, int notReached, Wave.Verdict verdict) {
        assertThat(wave(state, Optional.of(TWENTY), planned, verified, failed, notReached)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void a_threshold_that_cannot_be_read_stops_at_the_first_failure_and_not_before() {
        assertThat(wave(WaveState.RUNNING, Optional.empty(), 5, 1, 0, 0).verdict())
                .isEqualTo(Wave.Verdict.GOES_ON);
        Wave failed = wave(WaveState.RUNNING, Optional.empty(), 5, 1, 1, 0);
        assertThat(failed.verdict()).isEqualTo(Wave.Verdict.STOPS);
        assertThat(failed.tooMany())
                .isEqualTo("1 of 5 sites of wave 3 failed, against a threshold that cannot be read.");
    }

    @Test
    void it_says_what_was_too_much() {
        assertThat(wave(WaveState.RUNNING, Optional.of(TWENTY), 5, 0, 2, 0).tooMany())
                .isEqualTo("2 of 5 sites of wave 3 failed, against 20 %.");
    }

    @Test
    void it_says_each_limit_that_was_passed_and_keeps_the_longest_row_of_failures() {
        Threshold limits = Threshold.read(20, 3, 3).orElseThrow();
        Wave wave =
                new Wave(3, WaveState.STOPPING, 8, Optional.of(limits), 50, 0, 7, 4, 0, 3, "", false, Instant.EPOCH);

        assertThat(wave.tooManyFailed()).isTrue();
        assertThat(wave.tooMany())
                .isEqualTo("4 sites of wave 3 failed; more than 3 stop a wave."
                        + " 3 sites of wave 3 failed one after another; 3 stop a wave.");
    }

    @Test
    void it_stopped_for_what_somebody_raised_where_neither_failures_nor_the_window_stopped_it() {
        assertThat(stopping(WaveState.STOPPING, 0, "Stopped by Ines: wait").raised())
                .isTrue();
        assertThat(stopping(WaveState.STOPPING, 3, "Stopped by Ines: wait").raised())
                .isFalse();
        assertThat(stopping(WaveState.STOPPING, 0, Wave.WINDOW_PASSED).raised()).isFalse();
    }

    @Test
    void what_it_installed_is_watched_in_whole_milliseconds_and_what_was_there_already_is_not() {
        Duration soak = Duration.ofHours(2);
        Instant now = Instant.parse("2026-11-25T20:00:00.123456Z");
        Wave through = wave(WaveState.SETTLED, Optional.of(TWENTY), 5, 4, 1, 0);
        assertThat(through.watched(soak)).isEqualTo(soak);
        assertThat(through.watchedUntil(now, soak)).contains(Instant.parse("2026-11-25T22:00:00.123Z"));
        Wave failed = wave(WaveState.SETTLED, Optional.of(TWENTY), 1, 0, 1, 0);
        assertThat(failed.watchedUntil(now, soak)).isEmpty();
        Wave there = wave(WaveState.SETTLED, Optional.of(TWENTY), 0, 0, 0, 0);
        assertThat(there.watched(soak)).isZero();
        assertThat(there.watchedUntil(now, soak)).isEmpty();
    }

    @Test
    void past_the_window_only_the_rest_of_a_site_may_begin_and_whatever_else_stops_the_wave_ends_that() {
        Wave running = stopping(WaveState.RUNNING, 0, "");
        Wave passed = stopping(WaveState.STOPPING, 0, Wave.WINDOW_PASSED);
        Wave stopped = stopping(WaveState.STOPPING, 0, Wave.WINDOW_PASSED + " Stopped by Ines: wait");
        Wave settled = stopping(WaveState.SETTLED, 0, Wave.WINDOW_PASSED);
        Order first = order(0);
        Order second = order(1);

        assertThat(List.of(running, passed, stopped, settled))
                .extracting(wave -> wave.mayBegin(first))
                .containsExactly(true, false, false, false);
        assertThat(List.of(running, passed, stopped, settled))
                .extracting(wave -> wave.mayBegin(second))
                .containsExactly(true, true, false, false);
        assertThat(stopping(WaveState.STOPPING, 1, Wave.WINDOW_PASSED).verdict())
                .isEqualTo(Wave.Verdict.GOES_ON);
        assertThat(stopping(WaveState.STOPPING, 2, Wave.WINDOW_PASSED).verdict())
                .isEqualTo(Wave.Verdict.STOPS);
        assertThat(stopping(WaveState.STOPPING, 2, Wave.WINDOW_PASSED + " Too many.")
                        .verdict())
                .isEqualTo(Wave.Verdict.GOES_ON);
    }

    private static Wave stopping(WaveState state, int failed, String why) {
        return new Wave(
                3,
                state,
                8,
                Optional.of(TWENTY),
                5,
                0,
                0,
                failed,
                0,
                0,
                why,
                why.equals(Wave.WINDOW_PASSED),
                Instant.EPOCH);
    }

    private static Order order(int place) {
        Target target = at("oslo").target();
        return new Order(
                7,
                new Batch(Order.Kind.INSTALL, target.release(), 8),
                target.site(),
                target.unit(),
                place,
                1,
                Order.State.OPEN);
    }

    @Test
    void begun_again_it_counts_every_site_that_had_something_to_do() {
        List<SiteStand> sites = SiteStand.of(List.of(
                at("begun").target(),
                at("verified").is(TargetState.VERIFIED).target(),
                at("returned").is(TargetState.RESTORED).target(),
                at("repaired").is(TargetState.REPAIRED).target(),
                at("failed").is(TargetState.VERIFIED).target(),
                at("failed").unit(PAYMENTS, 1).is(TargetState.FAILED).target(),
                at("half").is(TargetState.VERIFIED).target(),
                at("half").unit(PAYMENTS, 1).target(),
                at("nothing").is(TargetState.NOTHING_TO_DO).target(),
                at("runs-it").target(),
                at("runs-it-too").target()));
        Wave again = Wave.started(3, 8, Optional.empty(), sites, Set.of(new SiteId("begun")), Instant.EPOCH);

        assertThat(again.planned()).isEqualTo(6);
        assertThat(again.verified()).isEqualTo(2);
        assertThat(again.decided()).isEqualTo(3);
        assertThat(again.state()).isEqualTo(WaveState.RUNNING);
        assertThat(Wave.started(3, 8, Optional.empty(), sites, Set.of(), Instant.EPOCH)
                        .verdict())
                .isEqualTo(Wave.Verdict.IS_SETTLED);
    }

    private static Wave wave(
            WaveState state, Optional<Threshold> threshold, int planned, int verified, int failed, int notReached) {
        return new Wave(3, state, 8, threshold, planned, 0, verified, failed, notReached, 0, "", false, Instant.EPOCH);
    }
}
