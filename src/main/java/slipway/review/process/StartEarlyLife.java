package slipway.review.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.review.Reviews;
import slipway.shared.ReleaseNumber;

@Component
class StartEarlyLife implements Step {
    private final Reviews reviews;

    StartEarlyLife(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.POST_AUDITED, ReleaseState.EARLY_LIFE)
                        .to(ReleaseState.EARLY_LIFE)
                        .giving(ReviewProcess.EARLY_LIFE_UNTIL)
                        .giving(ReviewProcess.REVIEW_STEP, Reviews.Step.WATCHED, Reviews.Step.SCORED),
                Outcome.done()
                        .in(ReleaseState.REVIEWED)
                        .giving(ReviewProcess.EARLY_LIFE_UNTIL)
                        .giving(ReviewProcess.REVIEW_STEP, Reviews.Step.REVIEWED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        ReviewProcess.EARLY_LIFE_UNTIL.put(execution, Date.from(reviews.startEarlyLife(release)));
        ReviewProcess.REVIEW_STEP.put(execution, reviews.step(release).name());
    }
}
