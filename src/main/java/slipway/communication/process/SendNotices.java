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
        Preparations.Round round = preparations.announce(new ReleaseNumber(execution.getProcessBusinessKey()));
        PrepareProcess.READINESS_ROUND.put(execution, round.number());
        PrepareProcess.COORDINATOR_COUNT.put(execution, round.asked());
        PrepareProcess.SOMEBODY_ASKED.put(execution, round.asked() > 0);
    }
}
