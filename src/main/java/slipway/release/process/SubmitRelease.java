package slipway.release.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class SubmitRelease implements JavaDelegate {
    private final Submissions submissions;

    SubmitRelease(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (submissions.submit(release) instanceof Result.Refused no) {
            throw new BpmnError(QualifyProcess.SUBMISSION_REFUSED, no.refusal().reason());
        }
    }
}
