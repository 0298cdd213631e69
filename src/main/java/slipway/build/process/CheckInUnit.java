package slipway.build.process;

import java.util.Set;
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
    /** What another attempt puts right: another revision, or a question that is asked again. */
    private static final Set<String> MADE_AGAIN = Set.of("revision-barred", "authors-unknown");

    private final CheckIns checkIns;

    CheckInUnit(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        switch (checkIns.checkIn(PartVariable.of(execution))) {
            case Result.Done done -> BuildProcess.CHECKED_IN.put(execution, true);
            case Result.Refused no
            when MADE_AGAIN.contains(no.refusal().rule()) ->
                throw new BpmnError(BuildProcess.REVISION_BARRED, no.refusal().reason());
            case Result.Refused no -> throw new TerminalFailure(no.refusal().toString());
        }
    }
}
