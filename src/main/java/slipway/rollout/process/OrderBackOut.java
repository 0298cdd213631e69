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
class OrderBackOut implements Step {
    private final BackOuts backOuts;

    OrderBackOut(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.PAUSED)
                        .where(SettlePausedRolloutProcess.BACK_OUT_SCOPE, "ALL")
                        .to(ReleaseState.BACKING_OUT)
                        .giving(BackOutReleaseProcess.SITES_TO_RETURN, true, false),
                Outcome.done()
                        .in(ReleaseState.PAUSED)
                        .where(SettlePausedRolloutProcess.BACK_OUT_SCOPE, "FAILED")
                        .giving(BackOutReleaseProcess.SITES_TO_RETURN, true, false));
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
