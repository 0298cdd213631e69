package slipway.approval;

import java.util.Optional;
import slipway.event.Event;
import slipway.shared.UnitId;

/** What people decided at the gates of a release, and which of it fell since. */
public sealed interface ApprovalEvent extends Event {
    Gate gate();

    Optional<UnitId> part();

    @Override
    default String subject() {
        return part().map(UnitId::value).orElseGet(() -> gate().id());
    }

    /** Passed. */
    record ApprovalGranted(Gate gate, Optional<UnitId> part, String reason) implements ApprovalEvent {
        @Override
        public String words() {
            return "Passed the gate " + GateWords.name(gate, part) + (reason.isBlank() ? "." : ": " + reason);
        }
    }

    /** Decided against. */
    record ApprovalDenied(Gate gate, Optional<UnitId> part, String reason) implements ApprovalEvent {
        @Override
        public String words() {
            return "Decided against the release at the gate " + GateWords.name(gate, part) + ": " + reason;
        }
    }

    /** What it was given for changed, so it must be given again. */
    record ApprovalVoided(Gate gate, Optional<UnitId> part, Bound changed) implements ApprovalEvent {
        @Override
        public String words() {
            return "The gate " + GateWords.name(gate, part) + " must be decided again, since " + GateWords.name(changed)
                    + " changed.";
        }
    }
}
