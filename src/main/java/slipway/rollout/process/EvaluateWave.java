package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class EvaluateWave implements JavaDelegate {
    private final Rollouts rollouts;

    EvaluateWave(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        switch (rollouts.evaluate(release, RollOutReleaseProcess.WAVE_NUMBER.in(execution))) {
            case Rollouts.Passed passed -> {
                RollOutReleaseProcess.WAVE_PAUSED.put(execution, false);
                InstallWaveProcess.SOAK.put(execution, passed.soak().toString());
            }
            case Rollouts.Stopped stopped -> RollOutReleaseProcess.WAVE_PAUSED.put(execution, true);
            case Rollouts.NotOver open ->
                throw new TerminalFailure(open.refusal().toString());
        }
    }
}
