package slipway.rollout.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Releases;
import slipway.rollout.BackOuts;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.Result;

@Component
class RepairSite implements UserTask {
    private final Releases releases;
    private final SiteTargets targets;
    private final BackOuts backOuts;

    RepairSite(Releases releases, SiteTargets targets, BackOuts backOuts) {
        this.releases = releases;
        this.targets = targets;
        this.backOuts = backOuts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        List<Target> broken = targets.of(task.release()).stream()
                .filter(target -> target.state() == TargetState.BACKOUT_FAILED)
                .toList();
        return Map.of(
                "number", task.release().value(),
                "title", releases.get(task.release()).title(),
                "targets", TargetRows.of(broken));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (backOuts.repaired(task.release(), submission.actor(), submission.text("remark"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
