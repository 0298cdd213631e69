package slipway.rollout;

import java.util.List;
import java.util.function.IntConsumer;
import slipway.shared.ReleaseNumber;

/** What the engine is to be told of rollouts, each once, in the transaction that tells it. */
public interface Settlements {
    /** The releases with a wave that is settled and was not told. */
    List<ReleaseNumber> settledWaves();

    /** Tells the number of the settled wave, unless somebody else did; whether it was told here. */
    boolean tellWave(ReleaseNumber release, IntConsumer told);

    /** The releases whose back-out is through or stuck, and was not told. */
    List<ReleaseNumber> settledBackOuts();

    /** Tells it, unless somebody else did; whether it was told here. */
    boolean tellBackOut(ReleaseNumber release, Runnable told);
}
