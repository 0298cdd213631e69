package slipway.rollout;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class StoredSettlements implements Settlements {
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final BackOutTable backOuts;

    StoredSettlements(RolloutTable rollouts, WaveTable waves, BackOutTable backOuts) {
        this.rollouts = rollouts;
        this.waves = waves;
        this.backOuts = backOuts;
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
