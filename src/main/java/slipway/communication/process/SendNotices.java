package slipway.communication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.communication.Preparations;
import slipway.shared.ReleaseNumber;

@Component
class SendNotices implements JavaDelegate {
    private final Preparations preparations;

    SendNotices(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        preparations.announce(new ReleaseNumber(execution.getProcessBusinessKey()));
        PrepareProcess.COORDINATOR_COUNT.put(
                execution, preparations.coordinators().size());
    }
}
