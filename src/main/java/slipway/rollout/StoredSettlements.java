package slipway.rollout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.planning.Plans;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class StoredSettlements implements Settlements {
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final WaveEnds ends;
    private final BackOutTable backOuts;
    private final Plans plans;
    private final Clock clock;

    StoredSettlements(
            RolloutTable rollouts, WaveTable waves, WaveEnds ends, BackOutTable backOuts, Plans plans, Clock clock) {
        this.rollouts = rollouts;
        this.waves = waves;
        this.ends = ends;
        this.backOuts = backOuts;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReleaseNumber> settledWaves() {
        return waves.toTell();
    }

    @Override
    public boolean tellWave(ReleaseNumber release, IntConsumer told) {
        // The rollout before its wave, as everybody who stops or decides locks them.
        rollouts.locked(release);
        Optional<Integer> wave = waves.tell(release);
        wave.ifPresent(told::accept);
        return wave.isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReleaseNumber> overdueWaves() {
        return waves.running().stream().filter(this::overdue).toList();
    }

    private boolean overdue(ReleaseNumber release) {
        return !clock.instant().isBefore(plans.windowEnd(release));
    }

    @Override
    public boolean stopOverdue(ReleaseNumber release) {
        rollouts.locked(release);
        Optional<Wave> running =
                waves.openLocked(release).filter(wave -> wave.state() == WaveState.RUNNING && overdue(release));
        running.ifPresent(wave -> ends.stop(release, wave, Wave.WINDOW_PASSED));
        return running.isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReleaseNumber> settledBackOuts() {
        return backOuts.toTell();
    }

    @Override
    public boolean tellBackOut(ReleaseNumber release, Runnable told) {
        rollouts.locked(release);
        boolean mine = backOuts.tell(release);
        if (mine) {
            told.run();
        }
        return mine;
    }
}
