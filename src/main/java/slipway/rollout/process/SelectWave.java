package slipway.rollout.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class SelectWave implements Step {
    private final Rollouts rollouts;

    SelectWave(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.IN_ROLLOUT)
                        .giving(RollOutReleaseProcess.NEXT_STEP, "WAVE")
                        .giving(RollOutReleaseProcess.WAVE_NUMBER)
                        .giving(RollOutReleaseProcess.WAVE_OPENS_AT),
                Outcome.done().in(ReleaseState.IN_ROLLOUT).giving(RollOutReleaseProcess.NEXT_STEP, "FINISH"),
                Outcome.done()
                        .in(ReleaseState.IN_ROLLOUT, ReleaseState.PAUSED)
                        .to(ReleaseState.PAUSED)
                        .giving(RollOutReleaseProcess.NEXT_STEP, "DECISION"));
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
