package slipway.release.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

@Component
class FindPhase implements JavaDelegate {
    private final Releases releases;

    FindPhase(Releases releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        QualifyProcess.PHASE.put(execution, releases.phase(release).name());
    }
}
