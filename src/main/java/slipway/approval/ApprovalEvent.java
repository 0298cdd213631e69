package slipway.approval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import slipway.approval.Approvals.Approval;
import slipway.event.Event;
import slipway.identity.Duty;
import slipway.shared.UnitId;

/** What people decided at the gates of a release, and which of it fell since. */
public sealed interface ApprovalEvent extends Event {
    Gate gate();

    Optional<UnitId> part();

    @Override
    default String subject() {
        return part().map(UnitId::value).orElseGet(() -> gate().id());
    }

    /** What a decision is told as. */
    static ApprovalEvent of(Approval decided) {
        Gate gate = decided.gate();
        String reason = decided.reason();
        return decided.group()
                .<ApprovalEvent>map(group -> decided.granted()
                        ? new GroupGranted(gate, group, reason)
                        : new GroupDenied(gate, group, reason))
                .orElseGet(() -> decided.granted()
                        ? new ApprovalGranted(gate, decided.part(), reason)
                        : new ApprovalDenied(gate, decided.part(), reason));
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

    /** Passed by one of the groups that decide at it. */
    record GroupGranted(Gate gate, String group, String reason) implements ApprovalEvent {
        @Override
        public Optional<UnitId> part() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "Passed the gate " + GateWords.name(gate, group) + (reason.isBlank() ? "." : ": " + reason);
        }
    }

    /** Decided against by one of the groups that decide at it. */
    record GroupDenied(Gate gate, String group, String reason) implements ApprovalEvent {
        @Override
        public Optional<UnitId> part() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "Decided against the release at the gate " + GateWords.name(gate, group) + ": " + reason;
        }
    }

    /** What the group gave it for changed, so it must be given again. */
    record GroupVoided(Gate gate, String group, Bound changed) implements ApprovalEvent {
        @Override
        public Optional<UnitId> part() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "The gate " + GateWords.name(gate, group) + " must be decided again, since "
                    + GateWords.name(changed) + " changed.";
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

    /** Nobody is left who may pass it, as one assignment with the others that are open; {@code barred} = who may not. */
    record GateStranded(Gate gate, Optional<UnitId> part, String group, List<Duty> barred) implements ApprovalEvent {
        @Override
        public String words() {
            return "Nobody of the group " + group + " may pass the gate " + GateWords.name(gate, part)
                    + " any more, by what people did so far. An administrator adds somebody to the group who did nothing"
                    + " for this release"
                    + (barred.isEmpty()
                            ? "."
                            : " as "
                                    + barred.stream()
                                            .map(duty -> duty.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(" or "))
                                    + ".");
        }
    }

    /** Somebody may pass it again. */
    record GateManned(Gate gate, Optional<UnitId> part) implements ApprovalEvent {
        @Override
        public String words() {
            return "Somebody may pass the gate " + GateWords.name(gate, part) + " again.";
        }
    }
}
