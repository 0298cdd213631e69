package slipway.rollout;

/** How far a wave that was started is. */
enum WaveState {
    /** Its sites are begun, one after the other. */
    RUNNING,
    /** No further site begins; what was begun finishes. */
    STOPPING,
    /** Nothing is under way any more. */
    SETTLED,
    /** Passed, or the rollout paused because of it. */
    OVER
}
