package slipway.approval.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.GateRegister;
import slipway.approval.RequiredGates;
import slipway.engine.Decisions;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** Every gate that the table {@code required-approvals} demanded of this release is passed, and still stands. */
@Component
class RequiredGatesPassed implements GoLiveCondition {
    static final String TABLE = "required-approvals";

    private final Decisions decisions;
    private final GateRegister gates;
    private final Approvals approvals;

    RequiredGatesPassed(Decisions decisions, GateRegister gates, Approvals approvals) {
        this.decisions = decisions;
        this.gates = gates;
        this.approvals = approvals;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        List<String> demanded = decisions.latest(release.number(), TABLE).stream()
                .map(row -> String.valueOf(row.get("gate")))
                .toList();
        List<Refusal> open = RequiredGates.open(
                demanded,
                release.scope().units(),
                gates::find,
                (gate, part) -> approvals.standing(release.number(), gate, part));
        return open.stream()
                .findFirst()
                .map(first -> Refusal.of(
                        first.rule(), open.stream().map(Refusal::reason).collect(Collectors.joining(" "))));
    }
}
