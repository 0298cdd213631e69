package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.PausedRollouts;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class ResumeRollout implements JavaDelegate {
    private final PausedRollouts rollouts;

    ResumeRollout(PausedRollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (rollouts.resume(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
        RollOutReleaseProcess.ROLLOUT_RESULT.put(execution, "GO_ON");
    }
}
