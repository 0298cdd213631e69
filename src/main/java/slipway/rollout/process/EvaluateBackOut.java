package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.rollout.BackOuts;
import slipway.shared.ReleaseNumber;

@Component
class EvaluateBackOut implements Step {
    private final BackOuts backOuts;

    EvaluateBackOut(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.PAUSED).giving(BackOutReleaseProcess.RESTORE_FAILED, true, false),
                Outcome.done()
                        .in(ReleaseState.BACKING_OUT, ReleaseState.BACKOUT_FAILED)
                        .giving(BackOutReleaseProcess.RESTORE_FAILED, false)
                        .giving(RollOutReleaseProcess.ROLLOUT_RESULT, "BACKED_OUT"),
                Outcome.done()
                        .in(ReleaseState.BACKING_OUT, ReleaseState.BACKOUT_FAILED)
                        .to(ReleaseState.BACKOUT_FAILED)
                        .giving(BackOutReleaseProcess.RESTORE_FAILED, true));
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
