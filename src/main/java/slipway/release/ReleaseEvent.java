package slipway.release;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import slipway.event.Event;
import slipway.policy.PolicyTime;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What happened to releases and their parts. */
public sealed interface ReleaseEvent extends Event {

    /** Somebody asked for it. */
    record ReleaseDrafted(String title, String purpose) implements ReleaseEvent {
        @Override
        public String words() {
            return "Requested: " + title + ".";
        }
    }

    /** The proposed scope could not be submitted. */
    record SubmissionRefused(String rule, String reason) implements ReleaseEvent {
        @Override
        public String words() {
            return "The submission was refused: " + reason;
        }
    }

    /** Scope and type are frozen; units in the order in which a site gets them. */
    record ReleaseSubmitted(ReleaseType type, int policy, List<UnitId> units, List<RfcNumber> rfcs, List<SiteId> sites)
            implements ReleaseEvent {
        @Override
        public String words() {
            return "Submitted as " + type.words() + " release under policy " + policy + ": "
                    + listed(units) + " for " + listed(rfcs) + " at "
                    + (sites.size() > 5 ? sites.size() + " sites" : listed(sites)) + ".";
        }

        private static String listed(List<?> values) {
            return values.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
    }

    /** It went from one state to another. */
    record ReleaseMoved(ReleaseState from, ReleaseState to) implements ReleaseEvent {
        @Override
        public String words() {
            return "The release was " + from.words() + " and is now " + to.words() + ".";
        }
    }

    /** It was sent back from outside its process. */
    record ReleaseWentBack(ReleaseState from, ReleaseState to, String why) implements ReleaseEvent {
        @Override
        public String words() {
            return "The release went back to " + to.words() + ": " + why;
        }
    }

    /** It was taken back where its scope is confirmed; {@code submittedBefore} = others may have heard of it. */
    record ReleaseWithdrawn(String reason, boolean submittedBefore) implements ReleaseEvent {
        @Override
        public String words() {
            return "Withdrawn: " + reason;
        }
    }

    /** It ended with an outcome. */
    record ReleaseClosed(Outcome outcome) implements ReleaseEvent {
        @Override
        public String words() {
            return "The release was closed: " + outcome.words() + ".";
        }
    }

    /** A step of its process waits for as long as the policy says that the release is bound to. */
    record WaitBegun(String step, PolicyTime time, int policy, Duration lasts) implements ReleaseEvent {
        @Override
        public String subject() {
            return step;
        }

        @Override
        public String words() {
            return step + ": waits for "
                    + (lasts.isZero() ? "no time" : FormText.words(lasts)) + ", the " + time.words() + " of policy "
                    + policy + ".";
        }
    }

    /** What happened to one part. */
    sealed interface OfPart extends ReleaseEvent {
        UnitId unit();

        @Override
        default String subject() {
            return unit().value();
        }
    }

    /** What its source names exactly was bound. */
    record PartPinned(UnitId unit, String source, String pin) implements OfPart {
        @Override
        public String words() {
            return unit + " is made of " + source + ", which names " + pin + ".";
        }
    }

    /** It is made of something else from now on. */
    record PartResourced(UnitId unit, String from, String source, String pin) implements OfPart {
        @Override
        public String words() {
            return unit + " is made of " + source + " instead of " + from + "; it names " + pin + ".";
        }
    }

    /** It lies in the library, scanned and checked in. */
    record PartReady(UnitId unit, UnitRevision revision) implements OfPart {
        @Override
        public String words() {
            return "Ready: " + revision + ".";
        }
    }

    /** It has to be made again. */
    record PartSentBack(UnitId unit, String reason) implements OfPart {
        @Override
        public String words() {
            return unit + " was sent back: " + reason;
        }
    }

    /** It was tested and accepted by digest. */
    record PartAccepted(UnitId unit, UnitRevision revision) implements OfPart {
        @Override
        public String words() {
            return "Accepted: " + revision + ".";
        }
    }
}
