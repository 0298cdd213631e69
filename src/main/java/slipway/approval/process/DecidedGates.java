package slipway.approval.process;

import java.util.List;
import org.springframework.stereotype.Component;
import slipway.approval.DemandedGates;
import slipway.approval.Gate;
import slipway.engine.Decisions;
import slipway.shared.ReleaseNumber;

/** What the table {@code required-approvals} demanded. */
@Component
class DecidedGates implements DemandedGates {
    private final Decisions decisions;

    DecidedGates(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Demanded> of(ReleaseNumber release) {
        return decisions.latest(release, RequiredGatesPassed.TABLE).stream()
                .map(row -> new Demanded(new Gate(String.valueOf(row.get("gate"))), String.valueOf(row.get("groupId"))))
                .toList();
    }
}
