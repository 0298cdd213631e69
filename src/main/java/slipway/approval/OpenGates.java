package slipway.approval;

import java.util.Set;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.GateRegister.Row;
import slipway.identity.Duties.OpenGate;
import slipway.shared.Actor;

/** Demanded gates as separation of duties looks at them. */
final class OpenGates {
    private OpenGates() {}

    /** With those whose word counts there for another group: one person counts for one. */
    static OpenGate of(Row row, Demanded demanded, Set<Actor> counted) {
        return row.byGroups()
                ? new OpenGate(row.duty(), demanded.group(), row.gate().id(), counted)
                : new OpenGate(row.duty(), demanded.group());
    }
}
