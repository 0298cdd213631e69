package slipway.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.approval.GoNoGo;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class EndRelease implements Step {
    private final GoNoGo goNoGo;

    EndRelease(GoNoGo goNoGo) {
        this.goNoGo = goNoGo;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().to(ReleaseState.CANCELLED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (goNoGo.cancel(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
