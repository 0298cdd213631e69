package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;

@Component
class EvaluateWave implements Step {
    private final Rollouts rollouts;

    EvaluateWave(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.IN_ROLLOUT, ReleaseState.PAUSED)
                        .giving(RollOutReleaseProcess.WAVE_PAUSED, false)
                        .giving(InstallWaveProcess.SOAK),
                Outcome.done()
                        .in(ReleaseState.IN_ROLLOUT, ReleaseState.PAUSED)
                        .to(ReleaseState.PAUSED)
                        .giving(RollOutReleaseProcess.WAVE_PAUSED, true));
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
