package slipway.review.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.review.Reviews;
import slipway.shared.ReleaseNumber;

@Component
class StartEarlyLife implements JavaDelegate {
    private final Reviews reviews;

    StartEarlyLife(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        ReviewProcess.EARLY_LIFE_UNTIL.put(execution, Date.from(reviews.startEarlyLife(release)));
        ReviewProcess.REVIEW_STEP.put(execution, reviews.step(release).name());
    }
}
