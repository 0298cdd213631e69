package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.shared.ReleaseNumber;

@Component
class ReadVerdicts implements JavaDelegate {
    private final Acceptances acceptances;

    ReadVerdicts(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AcceptanceProcess.PARTS_PASSED.put(
                execution, acceptances.everyPartPassed(new ReleaseNumber(execution.getProcessBusinessKey())));
    }
}
