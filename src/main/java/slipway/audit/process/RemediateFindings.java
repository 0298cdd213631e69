package slipway.audit.process;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.shared.Result;

@Component
class RemediateFindings implements UserTask {
    private final Audits audits;
    private final AuditFacts facts;

    RemediateFindings(Audits audits, AuditFacts facts) {
        this.audits = audits;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return facts.of(task);
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.IMPLEMENTER);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        Result result = audits.remediated(
                task.release(), AuditFacts.phase(task), submission.actor(), submission.text("remark"));
        return switch (result) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
