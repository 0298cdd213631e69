package slipway.change;

import java.util.List;
import slipway.event.Event;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;

/** What became of requests for change. */
public sealed interface ChangeEvent extends Event {

    /** An RFC was entered, or what it asks for changed. */
    record RfcRegistered(RfcNumber rfc, String title, Rfc.Status status, List<String> criteria) implements ChangeEvent {
        @Override
        public String subject() {
            return rfc.value();
        }

        @Override
        public String words() {
            return rfc + " '" + title + "' was entered as " + status.words() + ".";
        }
    }

    /** Its status changed. */
    record RfcBecame(RfcNumber rfc, Rfc.Status from, Rfc.Status to) implements ChangeEvent {
        @Override
        public String subject() {
            return rfc.value();
        }

        @Override
        public String words() {
            return rfc + " was " + from.words() + " and is " + to.words() + " now.";
        }
    }

    /** Change management took it back or rejected it. */
    record RfcEnded(RfcNumber rfc, Rfc.Status from, Rfc.Status as, String reason) implements ChangeEvent {
        @Override
        public String subject() {
            return rfc.value();
        }

        @Override
        public String words() {
            return rfc + " was " + from.words() + " and is " + as.words() + " now: " + reason;
        }
    }

    /** A release has every criterion of these RFCs at these sites. */
    record RfcsClaimed(List<RfcNumber> rfcs, List<SiteId> sites) implements ChangeEvent {
        @Override
        public String words() {
            return "The release has " + Words.of(rfcs) + " at " + Words.of(sites) + ", and no other open release has.";
        }
    }

    /** A release never comes to these sites with what it was to bring there. */
    record SitesYielded(List<RfcNumber> rfcs, List<SiteId> sites) implements ChangeEvent {
        @Override
        public String words() {
            return "Another release may bring " + Words.of(rfcs) + " to " + Words.of(sites) + ".";
        }
    }

    /** A release gave its RFCs back. */
    record RfcsYielded(List<RfcNumber> rfcs) implements ChangeEvent {
        @Override
        public String words() {
            return "The release gave " + Words.of(rfcs) + " back.";
        }
    }
}
