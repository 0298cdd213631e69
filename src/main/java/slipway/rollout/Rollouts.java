package slipway.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** The rollout of a release, wave by wave. */
public interface Rollouts {

    /** What comes next. */
    sealed interface Next {}

    /** This wave, not before that instant. */
    record NextWave(int number, Instant opensAt) implements Next {}

    /** People decide: the release is {@code PAUSED}. */
    record Undecided(String why) implements Next {}

    /** Every wave is over. */
    record NoMoreWaves() implements Next {}

    /** Whether a wave may begin. */
    sealed interface WaveStart {}

    /** It may; its sites were ordered, and the wave is told settled once they are through. */
    record Started(int sites) implements WaveStart {}

    /** Every site of it runs the revision already: nobody is told anything, evaluate it at once. */
    record NothingToInstall() implements WaveStart {}

    /** It may not, for all of these reasons; nothing was changed. */
    record Held(List<Refusal> reasons) implements WaveStart {}

    /** What a settled wave came to. */
    sealed interface Evaluation {}

    /** Within its threshold; to be watched that long. */
    record Passed(Duration soak) implements Evaluation {}

    /** Too many of its sites failed, or somebody stopped it; the release is {@code PAUSED}. */
    record Stopped(String why) implements Evaluation {}

    /** The wave was not begun, or not every site of it is through. */
    record NotOver(Refusal refusal) implements Evaluation {}

    /** {@code PRE_AUDITED → IN_ROLLOUT} when every condition for going live holds. */
    Result start(ReleaseNumber release);

    /** Keeps every reason why the rollout was not cleared, for whoever plans it again. */
    void notCleared(ReleaseNumber release);

    /**
     * The first wave with sites to begin; opens at the latest of now, the plan's start and the end of the soak of the waves
     * before, when policy opens all of its sites. Failed sites that nobody decided on pause the release once nothing else is left.
     */
    Next next(ReleaseNumber release);

    /**
     * Checks at this moment: the plan's window, the soak of the waves before, windows and freezes in each site's zone, the revision expected at each
     * site, reservations, every condition for going live, the library's word on each part; then orders every part at
     * every site of the wave.
     */
    WaveStart startWave(ReleaseNumber release, int wave);

    /** {@code IN_ROLLOUT → PAUSED} because the wave may not begin; sites that wait are not reached. */
    Result hold(ReleaseNumber release, int wave);

    /** Whether a settled wave passed; what stopped it pauses the release. */
    Evaluation evaluate(ReleaseNumber release, int wave);

    /** The wave was watched: others may have its sites. False when somebody paused the release meanwhile. */
    boolean soaked(ReleaseNumber release, int wave);

    /** {@code IN_ROLLOUT → DEPLOYED} when every site is decided. */
    Result finish(ReleaseNumber release);
}
