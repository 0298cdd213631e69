package slipway.approval;

/** What an approval binds to; a change of it voids exactly the approvals that covered it. */
public enum Aspect {
    /** Units, RFCs and sites of the release. */
    SCOPE,
    /** The criteria that a part is to fulfil; per part. */
    CRITERIA,
    /** The digest of a part; per part. */
    REVISION,
    /** When sites may be activated. */
    WINDOW,
    /** What each site returns to, how fast, and the point of no return; per part. */
    BACKOUT_PLAN,
    /** What is verified at each site before the release. */
    PREDECESSORS;

    /** Whether each part has a fingerprint of its own. */
    public boolean perPart() {
        return this == CRITERIA || this == REVISION || this == BACKOUT_PLAN;
    }
}
