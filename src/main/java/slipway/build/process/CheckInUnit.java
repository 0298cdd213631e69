package slipway.build.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.PartVariable;
import slipway.engine.TerminalFailure;
import slipway.shared.Result;

@Component
class CheckInUnit implements JavaDelegate {
    private final CheckIns checkIns;

    CheckInUnit(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        switch (checkIns.checkIn(PartVariable.of(execution))) {
            case Result.Done done -> BuildProcess.CHECKED_IN.put(execution, true);
            case Result.Refused no
            when no.refusal().rule().equals("revision-barred") ->
                throw new BpmnError(BuildProcess.REVISION_BARRED, no.refusal().reason());
            case Result.Refused no -> throw new TerminalFailure(no.refusal().toString());
        }
    }
}
