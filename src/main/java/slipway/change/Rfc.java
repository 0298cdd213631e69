package slipway.change;

import java.util.List;
import java.util.Locale;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** A Request for Change with the criteria that say when it is fulfilled, in their order. */
public record Rfc(
        RfcNumber number,
        String title,
        UnitId unit,
        Impact impact,
        boolean urgent,
        Status status,
        List<String> criteria) {
    public Rfc {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException(number + " needs at least one criterion");
        }
    }

    /** Whether the other one asks for the same, whatever its status. */
    boolean asksTheSame(Rfc other) {
        return equals(
                new Rfc(other.number, other.title, other.unit, other.impact, other.urgent, status, other.criteria));
    }

    /** How much of the service it touches. */
    public enum Impact {
        LOW,
        MEDIUM,
        HIGH
    }

    /** The ITSM side's words, and what a release made of an approved one. That one is in a release its claims say. */
    public enum Status {
        /** Asked for. */
        REQUESTED,
        /** May enter a release. */
        APPROVED,
        /** Refused; never written over. */
        REJECTED,
        /** Taken back; never written over. */
        WITHDRAWN,
        /** Delivered with its criteria passed. */
        IMPLEMENTED;

        /** For people. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
