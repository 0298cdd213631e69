package slipway.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.planning.Plans;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class PublishBaseline implements JavaDelegate {
    private final Plans plans;

    PublishBaseline(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (plans.publish(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
