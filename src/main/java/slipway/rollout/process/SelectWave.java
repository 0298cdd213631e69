package slipway.rollout.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class SelectWave implements JavaDelegate {
    private final Rollouts rollouts;

    SelectWave(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        switch (rollouts.next(release)) {
            case Rollouts.NextWave wave -> {
                RollOutReleaseProcess.NEXT_STEP.put(execution, "WAVE");
                RollOutReleaseProcess.WAVE_NUMBER.put(execution, wave.number());
                RollOutReleaseProcess.WAVE_OPENS_AT.put(execution, Date.from(wave.opensAt()));
            }
            case Rollouts.Undecided undecided -> RollOutReleaseProcess.NEXT_STEP.put(execution, "DECISION");
            case Rollouts.NoMoreWaves none -> RollOutReleaseProcess.NEXT_STEP.put(execution, "FINISH");
        }
    }
}
