package slipway.check;

import slipway.event.Event;
import slipway.shared.UnitRevision;

/** What came of checks that process owners drew. */
public sealed interface CheckEvent extends Event {

    /** A command of the operator's looked at a revision; {@code step} is the name of what asked for it. */
    record RevisionChecked(String step, String check, UnitRevision revision, boolean passed, String summary)
            implements CheckEvent {
        @Override
        public String subject() {
            return revision.unit().value();
        }

        @Override
        public String words() {
            return step + ": the check '" + check + "' of " + revision + (passed ? " passed: " : " did not pass: ")
                    + summary + ".";
        }
    }
}
