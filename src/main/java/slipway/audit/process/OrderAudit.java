package slipway.audit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

@Component
class OrderAudit implements Step {
    private final Audits audits;

    OrderAudit(Audits audits) {
        this.audits = audits;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.PREPARED)
                        .where(AuditProcess.AUDIT_PHASE, Phase.BEFORE)
                        .giving(AuditProcess.AUDIT)
                        .giving(AuditProcess.SITES_TO_SEE, true, false),
                Outcome.done()
                        .in(ReleaseState.DEPLOYED, ReleaseState.BACKING_OUT, ReleaseState.BACKOUT_FAILED)
                        .where(AuditProcess.AUDIT_PHASE, Phase.AFTER)
                        .giving(AuditProcess.AUDIT)
                        .giving(AuditProcess.SITES_TO_SEE, true, false));
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
