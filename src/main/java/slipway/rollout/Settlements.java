package slipway.rollout;

import java.util.List;
import java.util.function.IntConsumer;
import slipway.shared.ReleaseNumber;

/** What becomes of rollouts by themselves: the engine is told each once, in the transaction that tells it. */
public interface Settlements {
    /** The releases with a wave that is settled and was not told. */
    List<ReleaseNumber> settledWaves();

    /** Tells the number of the settled wave, unless somebody else did; whether it was told here. */
    boolean tellWave(ReleaseNumber release, IntConsumer told);

    /** The releases with a wave that runs although its approved window has passed. */
    List<ReleaseNumber> overdueWaves();

    /** Stops the wave, so that no further site begins, unless somebody else did; whether it was stopped here. */
    boolean stopOverdue(ReleaseNumber release);

    /** The releases whose back-out is through or stuck, and was not told. */
    List<ReleaseNumber> settledBackOuts();

    /** Tells it, unless somebody else did; whether it was told here. */
    boolean tellBackOut(ReleaseNumber release, Runnable told);
}
