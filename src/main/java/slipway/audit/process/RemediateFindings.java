package slipway.audit.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Releases;
import slipway.shared.Result;

@Component
class RemediateFindings implements UserTask {
    private final Releases releases;
    private final Audits audits;

    RemediateFindings(Releases releases, Audits audits) {
        this.releases = releases;
        this.audits = audits;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Phase phase = SignAudit.phase(task);
        return Map.of(
                "number", task.release().value(),
                "title", releases.get(task.release()).title(),
                "findings",
                        audits.latest(task.release(), phase)
                                .map(AuditRows::findings)
                                .orElse(List.of()));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        Phase phase = SignAudit.phase(task);
        return switch (audits.remediated(task.release(), phase, submission.actor(), submission.text("remark"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
