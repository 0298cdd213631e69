package slipway.interruption;

import slipway.shared.ReleaseNumber;

/** One release whose process has to be led to where its record is. */
public record Interruption(ReleaseNumber release, Kind kind) {

    /** What happened to it. */
    public enum Kind {
        /** It ended. */
        CANCELLED,
        /** Its release manager has its waves arranged, or all of it planned, again. */
        RESCHEDULED,
        /** One of its RFCs was taken back: its scope is confirmed again. */
        RFC_TAKEN_BACK,
        /** What it delivers or returns to was recalled: that part is made, or all of it is planned, again. */
        REVISION_RECALLED,
        /** It stands until people decide. */
        STOPPED
    }
}
