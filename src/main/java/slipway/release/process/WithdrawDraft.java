package slipway.release.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class WithdrawDraft implements JavaDelegate {
    private final Releases releases;

    WithdrawDraft(Releases releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (releases.move(release, ReleaseState.CANCELLED) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
