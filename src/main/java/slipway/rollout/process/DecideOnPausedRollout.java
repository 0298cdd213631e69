package slipway.rollout.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Releases;
import slipway.rollout.PausedDecision;
import slipway.rollout.PausedRollouts;
import slipway.rollout.SiteTargets;
import slipway.shared.Result;

@Component
class DecideOnPausedRollout implements UserTask {
    private static final String OPTIONS = "Retry tries failed sites again and then goes on. Resume goes on once failed"
            + " sites were returned. Back out failed returns the failed sites only. Back out all returns every site"
            + " and ends the rollout.";

    private final Releases releases;
    private final SiteTargets targets;
    private final PausedRollouts rollouts;

    DecideOnPausedRollout(Releases releases, SiteTargets targets, PausedRollouts rollouts) {
        this.releases = releases;
        this.targets = targets;
        this.rollouts = rollouts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return Map.of(
                "number", task.release().value(),
                "title", releases.get(task.release()).title(),
                "why", rollouts.why(task.release()),
                "targets", TargetRows.of(targets.of(task.release())),
                "thresholdPercent",
                        targets.threshold(task.release())
                                .map(limit -> "" + limit.percent())
                                .orElse("unreadable"),
                "options", OPTIONS);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        PausedDecision decision = PausedDecision.valueOf(submission.text("decision"));
        return switch (rollouts.decide(task.release(), submission.actor(), decision, submission.text("reason"))) {
            case Result.Done done ->
                new Recorded(Map.of(
                        RollOutReleaseProcess.PAUSED_DECISION.name(), decision.name(),
                        RollOutReleaseProcess.BACK_OUT_SCOPE.name(), scope(decision)));
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    private static String scope(PausedDecision decision) {
        return switch (decision) {
            case BACK_OUT_ALL -> "ALL";
            case BACK_OUT_FAILED -> "FAILED";
            case RETRY, RESUME -> "NONE";
        };
    }
}
