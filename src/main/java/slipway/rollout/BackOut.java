package slipway.rollout;

/** A back-out that was ordered; {@code number} is that of its batch of orders. */
record BackOut(long number, PausedDecision decision, State state) {

    /** How far it is. */
    enum State {
        /** Sites return, one after the other. */
        RUNNING,
        /** A site could not be returned; the others wait until it is repaired. */
        STUCK,
        /** No site is left to return. */
        SETTLED,
        /** Finished. */
        OVER
    }
}
