package slipway.audit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.TerminalFailure;
import slipway.shared.ReleaseNumber;

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
        switch (audits.order(release, phase)) {
            case Audits.Looking looking -> waitFor(execution, looking.audit(), true);
            case Audits.NothingToSee nothing -> waitFor(execution, nothing.audit(), false);
            case Audits.NotDue no -> throw new TerminalFailure(no.refusal().toString());
        }
    }

    private static void waitFor(DelegateExecution execution, long audit, boolean sites) {
        AuditProcess.AUDIT.put(execution, audit);
        AuditProcess.SITES_TO_SEE.put(execution, sites);
    }
}
