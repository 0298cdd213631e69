package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class StartRollout implements JavaDelegate {
    private final Rollouts rollouts;

    StartRollout(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (rollouts.start(release) instanceof Result.Refused no) {
            throw new BpmnError(
                    RollOutReleaseProcess.ERROR_GO_LIVE_REFUSED, no.refusal().toString());
        }
    }
}
