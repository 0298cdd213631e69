package slipway.audit.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.audit.AuditReport;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Releases;
import slipway.shared.Result;

@Component
class SignAudit implements UserTask {
    private final Releases releases;
    private final Audits audits;

    SignAudit(Releases releases, Audits audits) {
        this.releases = releases;
        this.audits = audits;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Phase phase = phase(task);
        AuditReport report = audits.latest(task.release(), phase)
                .orElseThrow(() -> new IllegalStateException("no audit " + phase + " was ordered"));
        return Map.of(
                "number", task.release().value(),
                "title", releases.get(task.release()).title(),
                "phase", phase == Phase.BEFORE ? "before the rollout" : "after the rollout",
                "sites", AuditRows.sites(report),
                "findings", AuditRows.findings(report));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean sign = submission.text("decision").equals("SIGN");
        String remarks = submission.optionalText("remarks").orElse("");
        Result result = sign
                ? audits.sign(task.release(), phase(task), submission.actor(), remarks)
                : audits.sendBack(task.release(), phase(task), submission.actor(), remarks);
        return switch (result) {
            case Result.Done done -> Recorded.with(AuditProcess.AUDIT_SIGNED.name(), sign);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    static Phase phase(TaskContext task) {
        return Phase.valueOf(task.get(AuditProcess.AUDIT_PHASE));
    }
}
