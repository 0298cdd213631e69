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
import slipway.shared.Result;

@Component
class RecordAudit implements Step {
    private final Audits audits;

    RecordAudit(Audits audits) {
        this.audits = audits;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.PREPARED)
                        .where(AuditProcess.AUDIT_PHASE, Phase.BEFORE)
                        .after(AuditProcess.SIGNED_BEFORE)
                        .to(ReleaseState.PRE_AUDITED),
                Outcome.done()
                        .in(ReleaseState.DEPLOYED, ReleaseState.BACKING_OUT, ReleaseState.BACKOUT_FAILED)
                        .where(AuditProcess.AUDIT_PHASE, Phase.AFTER)
                        .after(AuditProcess.SIGNED_AFTER)
                        .to(ReleaseState.POST_AUDITED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        Phase phase = Phase.valueOf(AuditProcess.AUDIT_PHASE.in(execution));
        if (audits.record(release, phase) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
