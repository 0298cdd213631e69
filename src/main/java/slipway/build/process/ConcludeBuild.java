package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.TerminalFailure;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class ConcludeBuild implements JavaDelegate {
    private final CheckIns checkIns;

    ConcludeBuild(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Result result = checkIns.conclude(new ReleaseNumber(execution.getProcessBusinessKey()));
        if (result instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
