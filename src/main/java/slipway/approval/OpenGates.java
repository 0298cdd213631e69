package slipway.approval;

import java.util.Set;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.GateRegister.Row;
import slipway.identity.Duties.OpenGate;
import slipway.shared.Actor;

/** Demanded gates as separation of duties looks at them. */
final class OpenGates {
    private OpenGates() {}

    /** Without those {@code out}: whose word counts there for another group, and whom another rule keeps from it. */
    static OpenGate of(Row row, Demanded demanded, Set<Actor> out) {
        return row.byGroups() || !out.isEmpty()
                ? new OpenGate(row.duty(), demanded.group(), row.gate().id(), out)
                : new OpenGate(row.duty(), demanded.group());
    }
}
