package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.BackOuts;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class OrderBackOut implements JavaDelegate {
    private final BackOuts backOuts;

    OrderBackOut(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (backOuts.order(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
