package slipway.library;

import slipway.event.Event;
import slipway.shared.UnitRevision;

/** The life of a revision in the library. */
public sealed interface LibraryEvent extends Event {
    UnitRevision revision();

    @Override
    default String subject() {
        return revision().unit().value();
    }

    /** Built or delivered, and registered with that many files. */
    record HoldingProposed(UnitRevision revision, int files) implements LibraryEvent {
        @Override
        public String words() {
            return revision + " was put into the library, " + files + " files.";
        }
    }

    /** Somebody answered for its scan. */
    record ScanAttested(UnitRevision revision, boolean clean, String scanner, String remark) implements LibraryEvent {
        @Override
        public String words() {
            return "The scan of " + revision + " by " + scanner + " was attested: " + (clean ? "clean" : "NOT clean")
                    + (remark.isBlank() ? "." : ": " + remark);
        }
    }

    /** It went on in the library. */
    record HoldingMoved(UnitRevision revision, Library.State from, Library.State to) implements LibraryEvent {
        @Override
        public String words() {
            return revision + " is " + to.words() + " in the library.";
        }
    }

    /** It is never installed any more. */
    record HoldingQuarantined(UnitRevision revision, Library.State from, String remark) implements LibraryEvent {
        @Override
        public String words() {
            return revision + ", " + from.words() + " before, is in quarantine"
                    + (remark.isBlank() ? "." : ": " + remark);
        }
    }

    /** No site may be switched to it any more. */
    record RevisionRecalled(UnitRevision revision, String reason) implements LibraryEvent {
        @Override
        public String words() {
            return revision + " was recalled: " + reason;
        }
    }
}
