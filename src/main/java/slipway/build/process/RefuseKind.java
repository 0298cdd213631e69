package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.PartVariable;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;

/** Stops a part that no route makes ready, as an incident in words; submission refuses it before. */
@Component
class RefuseKind implements Step {
    private final CheckIns checkIns;

    RefuseKind(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of().touchingWorld();
    }

    @Override
    public void execute(DelegateExecution execution) {
        throw new TerminalFailure(
                checkIns.undeliverable(PartVariable.of(execution)).toString());
    }
}
