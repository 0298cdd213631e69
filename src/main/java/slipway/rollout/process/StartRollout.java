package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.rollout.Rollouts;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class StartRollout implements Step {
    private final Rollouts rollouts;

    StartRollout(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.PRE_AUDITED).to(ReleaseState.IN_ROLLOUT),
                Outcome.error(RollOutReleaseProcess.ERROR_GO_LIVE_REFUSED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (rollouts.start(release) instanceof Result.Refused no) {
            throw new BpmnError(
                    RollOutReleaseProcess.ERROR_GO_LIVE_REFUSED, no.refusal().toString());
        }
    }
}
