package slipway.release.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class SubmitRelease implements Step {
    private final Submissions submissions;

    SubmitRelease(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.DRAFT, ReleaseState.SUBMITTED).to(ReleaseState.SUBMITTED),
                Outcome.error(QualifyProcess.SUBMISSION_REFUSED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (submissions.submit(release) instanceof Result.Refused no) {
            throw new BpmnError(QualifyProcess.SUBMISSION_REFUSED, no.refusal().reason());
        }
    }
}
