package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.approval.Gate;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.shared.ReleaseNumber;

@Component
class ReadVerdicts implements Step {
    private final Acceptances acceptances;

    ReadVerdicts(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().after(Gate.TEST_VERDICT.id()).giving(AcceptanceProcess.PARTS_PASSED, true),
                Outcome.done().giving(AcceptanceProcess.PARTS_PASSED, false));
    }

    @Override
    public void execute(DelegateExecution execution) {
        AcceptanceProcess.PARTS_PASSED.put(
                execution, acceptances.everyPartPassed(new ReleaseNumber(execution.getProcessBusinessKey())));
    }
}
