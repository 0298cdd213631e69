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
import slipway.shared.Result;

@Component
class PauseRollout implements Step {
    private final Rollouts rollouts;

    PauseRollout(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done()
                .in(ReleaseState.IN_ROLLOUT, ReleaseState.PAUSED)
                .to(ReleaseState.PAUSED)
                .giving(RollOutReleaseProcess.WAVE_PAUSED, true));
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
