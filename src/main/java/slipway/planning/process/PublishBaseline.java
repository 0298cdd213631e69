package slipway.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.approval.Gate;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.planning.Plans;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class PublishBaseline implements Step {
    private final Plans plans;

    PublishBaseline(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done()
                .in(ReleaseState.SUBMITTED)
                .after(Gate.PLAN_BASELINE.id())
                .to(ReleaseState.PLANNED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (plans.publish(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
