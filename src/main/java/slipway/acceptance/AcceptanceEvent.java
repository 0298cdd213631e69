package slipway.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import slipway.acceptance.Acceptances.Trial;
import slipway.approval.Gate;
import slipway.event.Event;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What happened while a release was tested and accepted. */
public sealed interface AcceptanceEvent extends Event {

    /** A revision was tried; one summary a finding. Where nothing {@code ran}, nothing keeps it from passing. */
    record TrialsEnded(UnitRevision revision, Trial trial, boolean ran, boolean passed, List<String> summaries)
            implements AcceptanceEvent {
        @Override
        public String subject() {
            return revision.unit().value();
        }

        @Override
        public String words() {
            return "Trial of " + revision + ", " + trial.words()
                    + (passed ? ran ? " passed: " : " not run: " : " failed: ") + String.join("; ", summaries) + ".";
        }
    }

    /** The release is made again: the part, or the release as a whole, was not accepted. */
    record AcceptanceRefused(Gate gate, Optional<UnitId> part, String reason) implements AcceptanceEvent {
        @Override
        public String subject() {
            return part.map(UnitId::value).orElse("");
        }

        @Override
        public String words() {
            return part.map(UnitId::value).orElse("The release") + " was not accepted: " + reason;
        }
    }

    /** Exactly these revisions were accepted. */
    record AcceptanceGranted(List<UnitRevision> revisions) implements AcceptanceEvent {
        @Override
        public String words() {
            return "Accepted: " + revisions.stream().map(Object::toString).collect(Collectors.joining(", ")) + ".";
        }
    }
}
