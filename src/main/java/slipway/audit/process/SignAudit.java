package slipway.audit.process;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.shared.Result;

@Component
class SignAudit implements UserTask {
    private final Audits audits;
    private final AuditFacts facts;

    SignAudit(Audits audits, AuditFacts facts) {
        this.audits = audits;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return facts.of(task);
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.AUDITOR);
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .where(AuditProcess.AUDIT_PHASE, Phase.BEFORE)
                        .giving(AuditProcess.AUDIT_SIGNED, true)
                        .passing(AuditProcess.SIGNED_BEFORE),
                Outcome.done()
                        .where(AuditProcess.AUDIT_PHASE, Phase.AFTER)
                        .giving(AuditProcess.AUDIT_SIGNED, true)
                        .passing(AuditProcess.SIGNED_AFTER),
                Outcome.done().giving(AuditProcess.AUDIT_SIGNED, false));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean sign = submission.text("decision").equals("SIGN");
        String remarks = submission.optionalText("remarks").orElse("");
        Phase phase = AuditFacts.phase(task);
        Result result = sign
                ? audits.sign(task.release(), phase, submission.actor(), remarks)
                : audits.sendBack(task.release(), phase, submission.actor(), remarks);
        return switch (result) {
            case Result.Done done -> Recorded.with(AuditProcess.AUDIT_SIGNED.name(), sign);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
