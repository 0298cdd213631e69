package slipway.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.DemandedGates.Demanded;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

@Component
@Transactional(readOnly = true)
class StoredOpenDemands implements OpenDemands {
    private final GateRegister gates;
    private final Approvals approvals;

    StoredOpenDemands(GateRegister gates, Approvals approvals) {
        this.gates = gates;
        this.approvals = approvals;
    }

    @Override
    public List<Refusal> of(SubmittedRelease release, List<Demanded> due) {
        return RequiredGates.open(
                due,
                release.scope().units(),
                gates::find,
                (each, part) -> gates.get(each.gate()).byGroups()
                        ? approvals.standing(release.number(), each.gate(), each.group())
                        : approvals.standing(release.number(), each.gate(), part));
    }
}
