package slipway.rollout;

/** What people may decide on a paused rollout. */
public enum PausedDecision {
    /** Failed sites get the next attempt, sites not reached get their turn. */
    RETRY("retry the failed sites and go on"),
    /** Sites not reached get their turn; failed ones must have been returned. */
    RESUME("go on"),
    /** Failed sites, and those stopped between two of their parts, return to what was verified there before. */
    BACK_OUT_FAILED("back out the failed sites"),
    /** All sites return to what was verified there before, and the rollout ends. */
    BACK_OUT_ALL("back out all sites"),
    /** The rollout ends with the sites that it has reached. */
    END_HERE("end the rollout here");

    private final String words;

    PausedDecision(String words) {
        this.words = words;
    }

    /** For people, after "decided to". */
    public String words() {
        return words;
    }

    /** Whether the rollout goes on. */
    public boolean goesOn() {
        return this == RETRY || this == RESUME;
    }

    /** Whether sites return. */
    public boolean backsOut() {
        return this == BACK_OUT_FAILED || this == BACK_OUT_ALL;
    }
}
