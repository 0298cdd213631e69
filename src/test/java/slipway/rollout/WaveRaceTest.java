package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.shared.ReleaseNumber;
import slipway.testing.Traces;

/** Workers and people at the same time, each in transactions of their own. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class WaveRaceTest extends RolloutStory {
    private static final int WORKERS = 4;

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
        transaction.executeWithoutResult(status -> begin(release));

        CyclicBarrier together = new CyclicBarrier(WORKERS + 1);
        List<Callable<Void>> busy = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            busy.add(() -> {
                together.await(30, TimeUnit.SECONDS);
                while (workOnce()) {}
                return null;
            });
        }
        busy.add(() -> {
            together.await(30, TimeUnit.SECONDS);
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
    }

    private static int count(List<SiteStand> sites, TargetState state) {
        return (int) sites.stream().filter(site -> site.state() == state).count();
    }
}
