package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class RefuseRollout implements Step {
    private final Rollouts rollouts;

    RefuseRollout(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().giving(RollOutReleaseProcess.ROLLOUT_RESULT, "NOT_CLEARED"));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        rollouts.notCleared(release);
        RollOutReleaseProcess.ROLLOUT_RESULT.put(execution, "NOT_CLEARED");
    }
}
