package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.testing.Blocked;
import slipway.testing.Traces;

/** Workers and people at the same time, each in transactions of their own. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class WaveRaceTest extends RolloutStory {
    private static final int WORKERS = 4;
    private static final Duration WINDOW = Duration.ofHours(8);

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WaveTable waveTable;

    private final ExecutorService pool = Executors.newFixedThreadPool(WORKERS + 1);

    @AfterEach
    void end() {
        pool.shutdownNow();
        Traces.erase("like 'race-%'");
    }

    @RepeatedTest(6)
    void whatever_comes_first_every_site_is_counted_once_and_the_wave_settles(RepetitionInfo run) throws Exception {
        int seed = run.getCurrentRepetition();
        String[] names = IntStream.range(0, 12)
                .mapToObj(each -> "race-" + seed + "-" + each)
                .toArray(String[]::new);
        ReleaseNumber release = transaction.execute(status -> {
            sites(names);
            baseline(made(CHECK, "1.0." + seed), names);
            baseline(made(PAYMENTS, "1.0." + seed), names);
            return started(
                    accepted(List.of(made(CHECK, "1.1." + seed), made(PAYMENTS, "1.1." + seed)), names),
                    String.join(" ", names));
        });
        for (int each = 0; each < seed; each++) {
            breakSite(names[each * 2], each % 2 == 0 ? CHECK : PAYMENTS);
        }
        clock.turn(WINDOW.minusSeconds(1));
        transaction.executeWithoutResult(status -> begin(release));

        CyclicBarrier together = new CyclicBarrier(WORKERS + 1);
        CountDownLatch some = new CountDownLatch(WORKERS);
        List<Callable<Void>> busy = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            busy.add(() -> {
                together.await(30, TimeUnit.SECONDS);
                while (workOnce()) {
                    some.countDown();
                }
                return null;
            });
        }
        busy.add(() -> {
            together.await(30, TimeUnit.SECONDS);
            if (seed % 3 == 1) {
                assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
                clock.turn(Duration.ofSeconds(1));
            }
            if (seed % 2 == 0) {
                stops.stop(release, RITA, "In the middle of it");
            }
            return null;
        });
        for (Future<Void> each : pool.invokeAll(busy, 60, TimeUnit.SECONDS)) {
            each.get();
        }
        while (workOnce()) {}

        Wave wave = waveTable.find(release, 1).orElseThrow();
        assertThat(wave.state()).as(wave.toString()).isEqualTo(WaveState.SETTLED);
        assertThat(wave.decided() + wave.verified() + wave.failed() + wave.notReached())
                .isEqualTo(wave.planned());
        List<SiteStand> sites = targets.sites(release);
        assertThat(count(sites, TargetState.VERIFIED)).isEqualTo(wave.verified());
        assertThat(count(sites, TargetState.FAILED)).isEqualTo(wave.failed());
        assertThat(count(sites, TargetState.NOT_REACHED)).isEqualTo(wave.notReached());
        if (seed == 1) {
            assertThat(wave.why()).isEqualTo(Wave.WINDOW_PASSED);
            assertThat(sites).as("none is cut between its parts").noneMatch(WaveRaceTest::cut);
        }
    }

    private static boolean cut(SiteStand site) {
        return site.state() == TargetState.NOT_REACHED
                && site.parts().stream().anyMatch(part -> part.state() == TargetState.VERIFIED);
    }

    @RepeatedTest(3)
    void of_failures_at_the_same_moment_one_is_the_last_that_may_not_be_and_stops(RepetitionInfo run) throws Exception {
        String[] names = IntStream.range(0, 12)
                .mapToObj(each -> "race-row-" + run.getCurrentRepetition() + "-" + each)
                .toArray(String[]::new);
        Threshold three = Threshold.read(100, "no limit", 3).orElseThrow();
        ReleaseNumber release = transaction.execute(status -> {
            sites(names);
            baseline(made(CHECK, "2.0." + run.getCurrentRepetition()), names);
            return started(
                    accepted(List.of(made(CHECK, "2.1." + run.getCurrentRepetition())), names),
                    three,
                    three,
                    String.join(" ", names));
        });
        for (String name : names) {
            breakSite(name, CHECK);
        }
        transaction.executeWithoutResult(status -> begin(release));

        together(IntStream.range(0, WORKERS)
                .mapToObj(worker -> (Runnable) this::workOnce)
                .toList());
        while (workOnce()) {}

        Wave wave = waveTable.find(release, 1).orElseThrow();
        assertThat(wave.state()).isEqualTo(WaveState.SETTLED);
        assertThat(wave.why()).isEqualTo("3 sites of wave 1 failed one after another; 3 stop a wave.");
        assertThat(wave.inARow()).isEqualTo(wave.failed()).isBetween(3, WORKERS);
        assertThat(told(release, RolloutEvent.WaveStopped.class)).hasSize(1);
    }

    @Test
    void of_two_people_who_decide_at_the_same_moment_the_second_waits_and_their_words_count_together()
            throws Exception {
        ReleaseNumber release = transaction.execute(status -> {
            sites("race-word");
            baseline(made(CHECK, "3.0.0"), "race-word");
            ReleaseNumber standing = started(accepted(List.of(made(CHECK, "3.1.0")), "race-word"), "race-word");
            done(stops.stop(standing, RITA, "Is it wanted?"));
            return standing;
        });
        Future<PausedRollouts.Answer> waiting = transaction.execute(status -> {
            assertThat(endHere(release, RITA)).isInstanceOf(PausedRollouts.Proposed.class);
            Future<PausedRollouts.Answer> second = pool.submit(() -> endHere(release, CARL));
            await().atMost(Duration.ofSeconds(30)).until(() -> second.isDone() || somebodyWaitsForTheRollout());
            return second;
        });

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new PausedRollouts.Decided());
        assertThat(told(release, RolloutEvent.PausedRolloutDecided.class))
                .singleElement()
                .satisfies(event -> assertThat(event.by()).containsExactlyInAnyOrder(RITA, CARL));
    }

    private PausedRollouts.Answer endHere(ReleaseNumber release, Actor actor) {
        return paused.decide(release, actor, PausedDecision.END_HERE, "as agreed", Set.of());
    }

    private static boolean somebodyWaitsForTheRollout() {
        return Blocked.isOne("select release from slipway.rollout where%");
    }

    private void together(List<Runnable> tasks) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(tasks.size());
        List<Callable<Void>> busy = new ArrayList<>();
        for (Runnable task : tasks) {
            busy.add(() -> {
                barrier.await(30, TimeUnit.SECONDS);
                task.run();
                return null;
            });
        }
        for (Future<Void> each : pool.invokeAll(busy, 60, TimeUnit.SECONDS)) {
            each.get();
        }
    }

    private static int count(List<SiteStand> sites, TargetState state) {
        return (int) sites.stream().filter(site -> site.state() == state).count();
    }
}
