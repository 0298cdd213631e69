package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class EndSoak implements JavaDelegate {
    private final Rollouts rollouts;

    EndSoak(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        boolean soaked = rollouts.soaked(release, RollOutReleaseProcess.WAVE_NUMBER.in(execution));
        RollOutReleaseProcess.WAVE_PAUSED.put(execution, !soaked);
    }
}
