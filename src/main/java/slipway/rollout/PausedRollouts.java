package slipway.rollout;

import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** What people decide while a rollout is paused. */
public interface PausedRollouts {

    /** Why it is paused, in words. */
    String why(ReleaseNumber release);

    /** Records the decision; refuses one that does not fit what happened. */
    Result decide(ReleaseNumber release, Actor actor, PausedDecision decision, String reason);

    /** {@code PAUSED → IN_ROLLOUT} as it was decided: sites not reached, and on a retry failed ones, are planned again. */
    Result resume(ReleaseNumber release);
}
