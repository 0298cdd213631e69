package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.shared.ReleaseNumber;

@Component
class RecordAcceptance implements JavaDelegate {
    private final Acceptances acceptances;

    RecordAcceptance(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean accepted = switch (acceptances.conclude(new ReleaseNumber(execution.getProcessBusinessKey()))) {
            case ACCEPTED -> true;
            case REWORK -> false;
        };
        AcceptanceProcess.ACCEPTED.put(execution, accepted);
    }
}
