package slipway.acceptance;

import slipway.release.ReleasePart;

/** A part that is not accepted, and why; {@code makeAgain} = its revision is no good, so another one is needed. */
record Against(ReleasePart part, String reason, boolean makeAgain) {
    @Override
    public String toString() {
        return part.unit() + ": " + reason;
    }
}
