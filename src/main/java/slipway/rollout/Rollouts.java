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

    /** Every wave is over. */
    record NoMoreWaves() implements Next {}

    /** Whether a wave may begin. */
    sealed interface WaveStart {}

    /** It may; its sites are authorised for the revision. */
    record Started() implements WaveStart {}

    /** It may not, for all of these reasons; nothing was changed. */
    record Held(List<Refusal> reasons) implements WaveStart {}

    /** What an installed wave came to. */
    sealed interface Evaluation {}

    /** Within its threshold; to be watched that long. */
    record Passed(Duration soak) implements Evaluation {}

    /** More of its sites failed than the threshold allows; the release is {@code PAUSED}. */
    record Stopped(String why) implements Evaluation {}

    /** The wave was not begun, or not all of its sites were tried. */
    record NotOver(Refusal refusal) implements Evaluation {}

    /** {@code PRE_AUDITED → IN_ROLLOUT} when every condition for going live holds. */
    Result start(ReleaseNumber release);

    /** Notes that the rollout was not cleared; it is planned again. */
    void notCleared(ReleaseNumber release);

    /**
     * The first wave with sites to begin, or with failed sites that nobody decided on; opens at the later of now and the
     * plan's start, when policy opens all of its sites.
     */
    Next next(ReleaseNumber release);

    /**
     * Checks at this moment: the plan's window, windows and freezes in each site's zone, the revision expected at each
     * site, every condition for going live, the library's word on the revision; then authorises the wave's sites.
     */
    WaveStart startWave(ReleaseNumber release, int wave);

    /** {@code IN_ROLLOUT → PAUSED} because the wave may not begin; its and all later sites are not reached. */
    Result hold(ReleaseNumber release, int wave);

    /** Compares the failed share with the threshold; a threshold that cannot be read stops. */
    Evaluation evaluate(ReleaseNumber release, int wave);

    /** {@code IN_ROLLOUT → DEPLOYED} when every site is decided. */
    Result finish(ReleaseNumber release);
}
