package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.BackOuts;
import slipway.shared.ReleaseNumber;

@Component
class FinishBackOut implements JavaDelegate {
    private final BackOuts backOuts;

    FinishBackOut(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        switch (backOuts.finish(release)) {
            case BackOuts.Over over -> {
                if (over.everySite()) {
                    RollOutReleaseProcess.ROLLOUT_RESULT.put(execution, "BACKED_OUT");
                }
            }
            case BackOuts.NotOver open ->
                throw new TerminalFailure(open.refusal().toString());
        }
    }
}
