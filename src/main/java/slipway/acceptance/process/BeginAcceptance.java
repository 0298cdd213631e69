package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

@Component
class BeginAcceptance implements JavaDelegate {
    private final Releases releases;

    BeginAcceptance(Releases releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AcceptanceProcess.PART_COUNT.put(
                execution,
                releases.submitted(new ReleaseNumber(execution.getProcessBusinessKey()))
                        .parts()
                        .size());
    }
}
