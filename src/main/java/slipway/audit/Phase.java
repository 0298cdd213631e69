package slipway.audit;

/** Before or after the rollout. */
public enum Phase {
    BEFORE,
    AFTER
}
