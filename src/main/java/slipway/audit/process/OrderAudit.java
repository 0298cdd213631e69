package slipway.audit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.TerminalFailure;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class OrderAudit implements JavaDelegate {
    private final Audits audits;

    OrderAudit(Audits audits) {
        this.audits = audits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        Phase phase = Phase.valueOf(AuditProcess.AUDIT_PHASE.in(execution));
        if (audits.order(release, phase) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
