package slipway.release;

/** The phases of a release, each a process of its own. */
public enum Phase {
    QUALIFY,
    PLAN,
    BUILD,
    ACCEPT,
    PLAN_ROLLOUT,
    ROLL_OUT,
    AUDIT_AFTER,
    REVIEW,
    /** Nothing follows. */
    NONE;

    /**
     * Which phase goes on with a release in that state; {@code scopeStands} = each of its RFCs may still be in
     * it, and what it made fits its sites.
     */
    public static Phase of(ReleaseState state, boolean scopeStands) {
        return switch (state) {
            case DRAFT -> QUALIFY;
            case SUBMITTED -> scopeStands ? PLAN : QUALIFY;
            case PLANNED, IN_BUILD -> BUILD;
            case IN_TEST -> ACCEPT;
            case ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED -> PLAN_ROLLOUT;
            case IN_ROLLOUT, PAUSED -> ROLL_OUT;
            case DEPLOYED, BACKING_OUT, BACKOUT_FAILED -> AUDIT_AFTER;
            case POST_AUDITED, EARLY_LIFE, REVIEWED -> REVIEW;
            case CLOSED, REJECTED, CANCELLED -> NONE;
        };
    }
}
