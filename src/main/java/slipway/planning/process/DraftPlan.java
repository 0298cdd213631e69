package slipway.planning.process;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.BackoutTargets;
import slipway.planning.Plan;
import slipway.planning.PlanFacts;
import slipway.planning.Plans;
import slipway.release.Releases;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
class DraftPlan implements UserTask {
    private final Plans plans;
    private final PlanFacts facts;
    private final BackoutTargets targets;
    private final Releases releases;
    private final Approvals approvals;

    DraftPlan(Plans plans, PlanFacts facts, BackoutTargets targets, Releases releases, Approvals approvals) {
        this.plans = plans;
        this.facts = facts;
        this.targets = targets;
        this.releases = releases;
        this.approvals = approvals;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> all = new LinkedHashMap<>(facts.facts(task.release()));
        // The form's own fields of these names stay empty: a rewritten plan is thought through again.
        List.of("start", "end", "backoutTarget", "backoutMinutes", "pointOfNoReturn")
                .forEach(all::remove);
        all.put(
                "backoutTargets",
                targets.of(unit(task.release())).stream()
                        .map(target -> Map.of(
                                "label",
                                target.toString(),
                                "value",
                                target.digest().hex()))
                        .toList());
        all.put("returned", returned(task.release()));
        return all;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        Optional<UnitRevision> target =
                targets.find(unit(task.release()), new Digest(submission.text("backoutTarget")));
        if (target.isEmpty()) {
            return new Refused(Refusal.at(
                    "backoutTarget", "verified-backout-target", "Choose an accepted or live revision to return to."));
        }
        return switch (plans.draft(plan(task.release(), submission, target.get()))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    private static Plan plan(ReleaseNumber release, Submission submission, UnitRevision target) {
        return new Plan(
                release,
                Stream.of("objective1", "objective2", "objective3")
                        .flatMap(field -> submission.optionalText(field).stream())
                        .toList(),
                submission.dateTime("start").toInstant().truncatedTo(ChronoUnit.SECONDS),
                submission.dateTime("end").toInstant().truncatedTo(ChronoUnit.SECONDS),
                target,
                Duration.ofMinutes(submission.integer("backoutMinutes")),
                Plan.PointOfNoReturn.valueOf(submission.text("pointOfNoReturn")),
                submission.actor());
    }

    private UnitId unit(ReleaseNumber release) {
        return releases.get(release).confirmedScope().unit();
    }

    private String returned(ReleaseNumber release) {
        return approvals.standing(release, Gate.PLAN_BASELINE) instanceof Approvals.Denied denied
                ? denied.approval().reason()
                : "";
    }
}
