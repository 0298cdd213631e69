package slipway.release.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseType;
import slipway.shared.ReleaseNumber;

@Component
class KeepHigherType implements Step {
    private final Submissions submissions;

    KeepHigherType(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().giving(QualifyProcess.RELEASE_TYPE, (Object[]) ReleaseType.values()));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        QualifyProcess.RELEASE_TYPE.put(execution, submissions.type(release).name());
    }
}
