package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class PauseRollout implements JavaDelegate {
    private final Rollouts rollouts;

    PauseRollout(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (rollouts.hold(release, RollOutReleaseProcess.WAVE_NUMBER.in(execution)) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
        RollOutReleaseProcess.WAVE_PAUSED.put(execution, true);
    }
}
