package slipway.release.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;

@Component
class KeepHigherType implements JavaDelegate {
    private final Submissions submissions;

    KeepHigherType(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        QualifyProcess.RELEASE_TYPE.put(execution, submissions.type(release).name());
    }
}
