package slipway.change;

import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** A Request for Change with the criterion that says when it is fulfilled. */
public record Rfc(
        RfcNumber number, String title, UnitId unit, Impact impact, boolean urgent, Status status, String criterion) {

    /** How much of the service it touches. */
    public enum Impact {
        LOW,
        MEDIUM,
        HIGH
    }

    /** Only an approved RFC enters a release. */
    public enum Status {
        OPEN,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        IMPLEMENTED
    }
}
