package slipway.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.approval.Gate;
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
class AuthoriseRelease implements Step {
    private final GoNoGo goNoGo;

    AuthoriseRelease(GoNoGo goNoGo) {
        this.goNoGo = goNoGo;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done()
                .in(ReleaseState.SCHEDULED)
                .after(Gate.GO_LIVE.id())
                .to(ReleaseState.AUTHORISED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (goNoGo.authorise(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
