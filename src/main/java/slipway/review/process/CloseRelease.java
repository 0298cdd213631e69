package slipway.review.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.review.Reviews;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class CloseRelease implements Step {
    private final Reviews reviews;
    private final RuntimeService processes;

    CloseRelease(Reviews reviews, RuntimeService processes) {
        this.reviews = reviews;
        this.processes = processes;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.REVIEWED).to(ReleaseState.CLOSED),
                Outcome.error(ReviewProcess.CLOSING_REFUSED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (reviews.close(release) instanceof Result.Refused no) {
            throw new BpmnError(ReviewProcess.CLOSING_REFUSED, no.refusal().reason());
        }
        reviews.benefits(release).forEach(benefit -> measureLater(release, benefit));
    }

    /** A process of its own, so that the release is over meanwhile. */
    private void measureLater(ReleaseNumber release, Reviews.Score benefit) {
        processes.startProcessInstanceByKey(
                MeasureBenefitsProcess.KEY,
                release.value(),
                Map.of(
                        MeasureBenefitsProcess.RELEASE.name(), release.value(),
                        MeasureBenefitsProcess.BENEFIT_PLACE.name(), benefit.place(),
                        MeasureBenefitsProcess.BENEFIT_DUE.name(),
                                Date.from(benefit.on().orElseThrow())));
    }
}
