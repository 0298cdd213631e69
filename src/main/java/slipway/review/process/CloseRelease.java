package slipway.review.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.review.Reviews;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class CloseRelease implements JavaDelegate {
    private final Reviews reviews;

    CloseRelease(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (reviews.close(release) instanceof Result.Refused no) {
            throw new BpmnError(ReviewProcess.CLOSING_REFUSED, no.refusal().reason());
        }
    }
}
