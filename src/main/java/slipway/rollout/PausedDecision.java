package slipway.rollout;

/** What a person may decide on a paused rollout. */
public enum PausedDecision {
    /** Failed sites get the next attempt, sites not reached get their turn. */
    RETRY,
    /** Sites not reached get their turn; failed ones must have been restored or repaired. */
    RESUME,
    /** Failed sites return to their last verified revision. */
    BACK_OUT_FAILED,
    /** All sites return to their last verified revision, and the rollout ends. */
    BACK_OUT_ALL
}
