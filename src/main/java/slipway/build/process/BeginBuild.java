package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.shared.ReleaseNumber;

@Component
class BeginBuild implements JavaDelegate {
    private final CheckIns checkIns;

    BeginBuild(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int parts = checkIns.begin(new ReleaseNumber(execution.getProcessBusinessKey()));
        BuildProcess.PART_COUNT.put(execution, parts);
    }
}
