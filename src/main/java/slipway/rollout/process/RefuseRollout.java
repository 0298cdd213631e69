package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class RefuseRollout implements JavaDelegate {
    private final Rollouts rollouts;

    RefuseRollout(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        rollouts.notCleared(release);
        RollOutReleaseProcess.ROLLOUT_RESULT.put(execution, "NOT_CLEARED");
    }
}
