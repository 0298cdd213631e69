package slipway.communication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.communication.Preparations;
import slipway.shared.ReleaseNumber;

@Component
class AssessReadiness implements JavaDelegate {
    private final Preparations preparations;

    AssessReadiness(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        PrepareProcess.EVERYBODY_READY.put(execution, preparations.assess(release));
    }
}
