package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.PartVariable;
import slipway.engine.TerminalFailure;

/** Stops a part that no route makes ready, as an incident in words; submission refuses it before. */
@Component
class RefuseKind implements JavaDelegate {
    private final CheckIns checkIns;

    RefuseKind(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        throw new TerminalFailure(
                checkIns.undeliverable(PartVariable.of(execution)).toString());
    }
}
