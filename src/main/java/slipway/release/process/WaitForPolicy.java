package slipway.release.process;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.ProcessVariable;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.policy.PolicyTime;
import slipway.release.PolicyWaits;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

/**
 * The building block <em>Wait</em>: reads a time of the policy that the release is bound to, for a timer behind it. The
 * variable is named after the time: {@code early-life} gives {@code earlyLifeWait}.
 */
@Component
class WaitForPolicy implements Step {
    static final String TIME = "time";

    /** In which a release is bound to a policy and goes on. */
    private static final Set<ReleaseState> STATES = EnumSet.range(ReleaseState.SUBMITTED, ReleaseState.REVIEWED);

    private final PolicyWaits waits;

    WaitForPolicy(PolicyWaits waits) {
        this.waits = waits;
    }

    @Override
    public Contract contract(Block block) {
        Outcome begun = Outcome.done().in(STATES.toArray(ReleaseState[]::new));
        return Contract.of(time(block.properties())
                .map(time -> begun.giving(variable(block.properties()), Set.of()))
                .orElse(begun));
    }

    @Override
    public void execute(DelegateExecution execution) {
        Block block = Block.of((FlowNode) execution.getBpmnModelElementInstance());
        PolicyTime time = time(block.properties())
                .orElseThrow(
                        () -> new TerminalFailure(block.name() + " waits for no time that a policy says; name one of "
                                + String.join(", ", PolicyTime.names())));
        if (execution.getProcessBusinessKey() == null) {
            throw new TerminalFailure(
                    block.name() + " waits for a time of the policy in a process of no release; draw a"
                            + " timer with a time of its own there");
        }
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        execution.setVariable(
                variable(block.properties()),
                waits.begin(release, block.name(), time).toString());
    }

    static Optional<PolicyTime> time(Map<String, String> properties) {
        return PolicyTime.named(properties.getOrDefault(TIME, ""));
    }

    /** What a timer waits by, which no fact of Slipway's own ends like. */
    static String variable(Map<String, String> properties) {
        return ProcessVariable.named(properties.getOrDefault(TIME, ""), "Wait");
    }
}
