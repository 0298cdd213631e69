package slipway.rollout.process;

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
class EndSoak implements Step {
    private final Rollouts rollouts;

    EndSoak(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.IN_ROLLOUT).giving(RollOutReleaseProcess.WAVE_PAUSED, false),
                Outcome.done().in(ReleaseState.PAUSED).giving(RollOutReleaseProcess.WAVE_PAUSED, true));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        boolean soaked = rollouts.soaked(release, RollOutReleaseProcess.WAVE_NUMBER.in(execution));
        RollOutReleaseProcess.WAVE_PAUSED.put(execution, !soaked);
    }
}
