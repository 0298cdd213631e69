package slipway.identity;

/** What a person does for a release, as far as separation of duties knows it. */
public enum Duty {
    /** Started the release. */
    REQUESTER,
    /** Wrote, designed, repaired or attested the build. */
    BUILDER,
    /** Judged tests. */
    TESTER,
    /** Accepted for the business. */
    ACCEPTOR,
    /** Approved the baseline or gave the go. */
    AUTHORISER,
    /** Installed or repaired by hand. */
    IMPLEMENTER,
    /** Signed an audit. */
    AUDITOR;

    /** Whether one person may never do both for one release. */
    public boolean excludes(Duty other) {
        return bans(this, other) || bans(other, this);
    }

    private static boolean bans(Duty one, Duty other) {
        return switch (one) {
            case BUILDER -> other == TESTER || other == ACCEPTOR || other == IMPLEMENTER;
            case TESTER -> other == ACCEPTOR;
            case REQUESTER -> other == AUTHORISER;
            case AUTHORISER -> other == IMPLEMENTER;
            case IMPLEMENTER -> other == AUDITOR;
            case ACCEPTOR, AUDITOR -> false;
        };
    }
}
