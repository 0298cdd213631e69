package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.rollout.BackOuts;
import slipway.shared.ReleaseNumber;

@Component
class EvaluateBackOut implements JavaDelegate {
    private final BackOuts backOuts;

    EvaluateBackOut(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        switch (backOuts.finish(release)) {
            case BackOuts.Over over -> {
                BackOutReleaseProcess.RESTORE_FAILED.put(execution, false);
                if (over.everySite()) {
                    RollOutReleaseProcess.ROLLOUT_RESULT.put(execution, "BACKED_OUT");
                }
            }
            case BackOuts.Stuck stuck -> BackOutReleaseProcess.RESTORE_FAILED.put(execution, true);
            case BackOuts.NotOver open ->
                throw new TerminalFailure(open.refusal().toString());
        }
    }
}
