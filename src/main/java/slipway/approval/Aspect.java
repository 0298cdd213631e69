package slipway.approval;

/** What an approval binds to; a change of it voids exactly the approvals that covered it. */
public enum Aspect {
    SCOPE,
    REVISION,
    WINDOW,
    BACKOUT_PLAN,
    PREDECESSORS
}
