package slipway.interruption;

import java.util.List;
import java.util.stream.Collectors;
import slipway.change.Rfc;
import slipway.event.Event;
import slipway.release.ReleaseState;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

/** What people raised against a release from outside its process. */
public sealed interface InterruptionEvent extends Event {

    /** It ended before the first activation, as {@code CANCELLED} or {@code REJECTED}. */
    record ReleaseCancelled(ReleaseState as, String reason) implements InterruptionEvent {
        @Override
        public String words() {
            return (as == ReleaseState.REJECTED ? "Rejected: " : "Cancelled: ") + reason;
        }
    }

    /** Its waves are arranged ({@code SCHEDULED}), or all of it is planned ({@code SUBMITTED}), again. */
    record ReleaseRescheduled(ReleaseState to, String reason) implements InterruptionEvent {
        @Override
        public String words() {
            return (to == ReleaseState.SCHEDULED ? "Its waves are arranged again: " : "Planned again: ") + reason;
        }
    }

    /** One of its RFCs was taken back or rejected; {@code effect} says what becomes of the release. */
    record RfcTakenBack(RfcNumber rfc, Rfc.Status as, String reason, String effect) implements InterruptionEvent {
        @Override
        public String words() {
            return rfc + " was " + as.words() + " (" + reason + "): " + effect + ".";
        }

        @Override
        public String subject() {
            return rfc.value();
        }
    }

    /** A revision that it delivers, or delivered to these sites, was recalled. */
    record DeliveredRevisionRecalled(UnitRevision revision, List<SiteId> running, String reason, String effect)
            implements InterruptionEvent {
        @Override
        public String words() {
            return revision + " was recalled (" + reason + "): " + effect + "."
                    + (running.isEmpty()
                            ? ""
                            : " Sites that run it: "
                                    + running.stream().map(SiteId::value).collect(Collectors.joining(", ")) + ".");
        }

        @Override
        public String subject() {
            return revision.unit().value();
        }
    }

    /** A revision that these of its sites would return to was recalled; {@code effect} says what becomes of it. */
    record WayBackRecalled(UnitRevision revision, List<SiteId> sites, String reason, String effect)
            implements InterruptionEvent {
        @Override
        public String words() {
            return revision + ", which a back-out would return "
                    + sites.stream().map(SiteId::value).collect(Collectors.joining(", ")) + " to, was recalled ("
                    + reason + "): " + effect + ".";
        }

        @Override
        public String subject() {
            return revision.unit().value();
        }
    }

    /** The incident manager put a serious incident down to it; {@code effect} says what becomes of the release. */
    record SeriousIncidentReported(String incident, String what, String effect) implements InterruptionEvent {
        @Override
        public String words() {
            return "Serious incident " + incident + " (" + what + "): " + effect + ".";
        }

        @Override
        public String subject() {
            return incident;
        }
    }
}
