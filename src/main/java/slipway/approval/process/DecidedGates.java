package slipway.approval.process;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.approval.DemandedGates;
import slipway.approval.Gate;
import slipway.engine.Decisions;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

/** What the table {@code required-approvals} demanded. */
@Component
class DecidedGates implements DemandedGates {
    static final String TABLE = "required-approvals";

    private final Decisions decisions;

    DecidedGates(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Demanded> of(ReleaseNumber release) {
        return decisions.latest(release, TABLE).stream()
                .map(row -> new Demanded(
                        new Gate(String.valueOf(row.get("gate"))),
                        String.valueOf(row.get("groupId")),
                        before(String.valueOf(row.get("before")))))
                .toList();
    }

    static Optional<ReleaseState> before(String state) {
        return BEFORE.stream().filter(known -> known.name().equals(state)).findFirst();
    }
}
