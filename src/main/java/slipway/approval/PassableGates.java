package slipway.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Duties;
import slipway.identity.Duties.OpenGate;
import slipway.release.SubmissionCondition;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Each demanded gate must be one that a model decides, before a state on the way, and somebody must be left to pass it. */
@Component
@Transactional(readOnly = true)
class PassableGates implements SubmissionCondition {
    private final DemandedGates demanded;
    private final GateRegister register;
    private final Duties duties;

    PassableGates(DemandedGates demanded, GateRegister register, Duties duties) {
        this.demanded = demanded;
        this.register = register;
        this.duties = duties;
    }

    @Override
    public Optional<Refusal> unmet(ReleaseNumber release) {
        // A group decides once at a gate, however many rows of the table demand it.
        Set<OpenGate> gates = new LinkedHashSet<>();
        for (Demanded each : demanded.of(release)) {
            Optional<GateRegister.Row> row = register.find(each.gate());
            if (row.isEmpty()) {
                return table("gate-unknown", "demands the gate " + each.gate() + ", which no model here decides");
            }
            if (each.before().isEmpty()) {
                return table(
                        "gate-before-unknown",
                        "demands the gate " + each.gate() + " before no state on the way to the sites");
            }
            gates.add(OpenGates.of(row.get(), each, Set.of()));
        }
        return gates.isEmpty()
                ? table("gates-missing", "demands no gate, and a release needs one")
                : duties.unsatisfiable(release, List.copyOf(gates));
    }

    private static Optional<Refusal> table(String rule, String fault) {
        return Optional.of(
                Refusal.of(rule, "The table required-approvals " + fault + ". The process owner mends the table."));
    }
}
