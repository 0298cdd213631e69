package slipway.rollout.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.rollout.BackOuts;
import slipway.shared.Result;

@Component
class RepairSite implements UserTask {
    private final Dossiers dossiers;
    private final BackOuts backOuts;

    RepairSite(Dossiers dossiers, BackOuts backOuts) {
        this.dossiers = dossiers;
        this.backOuts = backOuts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(task.release(), List.of(ScopeChapter.class)));
        facts.put(
                "broken",
                backOuts.stuck(task.release()).stream().map(RepairSite::row).toList());
        return facts;
    }

    private static Map<String, Object> row(BackOuts.Broken broken) {
        return Map.of(
                "site", broken.site().value(),
                "unit", broken.unit().value(),
                "reason", broken.reason(),
                "returnsTo", broken.toRun());
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.IMPLEMENTER);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (backOuts.repaired(task.release(), submission.actor(), submission.text("remark"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
