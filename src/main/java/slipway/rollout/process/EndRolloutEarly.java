package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.rollout.PausedRollouts;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class EndRolloutEarly implements Step {
    private final PausedRollouts rollouts;

    EndRolloutEarly(PausedRollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.PAUSED)
                        .stoppedIn(ReleaseState.IN_ROLLOUT)
                        .to(ReleaseState.DEPLOYED)
                        .giving(RollOutReleaseProcess.ROLLOUT_RESULT, "DEPLOYED"),
                Outcome.done()
                        .in(ReleaseState.PAUSED)
                        .stoppedIn(
                                ReleaseState.DEPLOYED,
                                ReleaseState.POST_AUDITED,
                                ReleaseState.EARLY_LIFE,
                                ReleaseState.REVIEWED)
                        .back()
                        .giving(RollOutReleaseProcess.ROLLOUT_RESULT, "DEPLOYED"));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (rollouts.endHere(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
        RollOutReleaseProcess.ROLLOUT_RESULT.put(execution, "DEPLOYED");
    }
}
