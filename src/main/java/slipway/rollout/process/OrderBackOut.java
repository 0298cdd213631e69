package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.BackOuts;
import slipway.shared.ReleaseNumber;

@Component
class OrderBackOut implements JavaDelegate {
    private final BackOuts backOuts;

    OrderBackOut(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        switch (backOuts.order(release)) {
            case BackOuts.Ordered ordered -> BackOutReleaseProcess.SITES_TO_RETURN.put(execution, true);
            case BackOuts.NothingToReturn none -> BackOutReleaseProcess.SITES_TO_RETURN.put(execution, false);
            case BackOuts.NotOrdered no ->
                throw new TerminalFailure(no.refusal().toString());
        }
    }
}
