package slipway.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.approval.GoNoGo;
import slipway.engine.TerminalFailure;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class EndRelease implements JavaDelegate {
    private final GoNoGo goNoGo;

    EndRelease(GoNoGo goNoGo) {
        this.goNoGo = goNoGo;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (goNoGo.cancel(release) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
