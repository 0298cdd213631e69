package slipway.approval;

import java.util.Optional;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** What a standing means in words. */
public final class Gates {
    private Gates() {}

    /** Why the gate is not passed, if so. */
    public static Optional<Refusal> open(Approvals.Standing standing, Gate gate) {
        return open(standing, gate, Optional.empty());
    }

    /** The same of one part, at a gate that is decided per part. */
    public static Optional<Refusal> open(Approvals.Standing standing, Gate gate, Optional<UnitId> part) {
        return open(standing, GateWords.name(gate, part));
    }

    static Optional<Refusal> open(Approvals.Standing standing, String gate) {
        String name = "The gate " + gate;
        return switch (standing) {
            case Approvals.Granted granted -> Optional.empty();
            case Approvals.Denied denied ->
                Optional.of(Refusal.of(
                        "gate-denied",
                        name + " was decided against: " + denied.approval().reason()));
            case Approvals.Voided voided ->
                Optional.of(Refusal.of(
                        "approval-voided",
                        name + " was passed, but " + GateWords.name(voided.changed())
                                + " changed since; it must be decided again."));
            case Approvals.Missing missing -> Optional.of(Refusal.of("gate-open", name + " is not decided yet."));
        };
    }
}
