package slipway.planning.process;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.Objective;
import slipway.planning.Plan;
import slipway.planning.PlanChapter;
import slipway.planning.Plans;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.ScopeChapter;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;

@Component
class DraftPlan implements UserTask {
    private static final int MOST_OBJECTIVES = 3;
    /** Whoever says nothing of an objective means it. */
    private static final boolean CRITICAL = true;

    private final Plans plans;
    private final Releases releases;
    private final Dossiers dossiers;

    DraftPlan(Plans plans, Releases releases, Dossiers dossiers) {
        this.plans = plans;
        this.releases = releases;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        ReleaseNumber release = task.release();
        Map<String, Object> facts =
                new LinkedHashMap<>(dossiers.forForm(release, List.of(ScopeChapter.class, PlanChapter.class)));
        facts.put(
                "returns",
                plans.returnsNow(release).stream().map(DraftPlan::row).toList());
        IntStream.rangeClosed(1, MOST_OBJECTIVES).forEach(number -> facts.put("critical" + number, CRITICAL));
        facts.put("cameBack", releases.wentBackBecause(release).orElse(""));
        plans.find(release).ifPresent(plan -> facts.putAll(fields(plan)));
        return facts;
    }

    private static Map<String, Object> row(PlanChapter.ReturnTo each) {
        return Map.of(
                "unit", each.unit().value(),
                "to", each.to(),
                "sites", each.sites().stream().map(SiteId::value).collect(Collectors.joining(", ")));
    }

    /** What was written last stands in the fields of the form, so that only what changes is typed. */
    private static Map<String, Object> fields(Plan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int number = 1; number <= plan.objectives().size(); number++) {
            Objective objective = plan.objectives().get(number - 1);
            fields.put("objective" + number, objective.words());
            fields.put("critical" + number, objective.critical());
            String measured = "measured" + number;
            objective.measured().ifPresent(moment -> fields.put(measured, moment.toString()));
        }
        fields.put("start", plan.start().toString());
        fields.put("end", plan.end().toString());
        fields.put("backoutMinutes", plan.backoutLimit().toMinutes());
        fields.put("pointOfNoReturn", plan.pointOfNoReturn().name());
        return fields;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().in(ReleaseState.SUBMITTED).passing(PlanProcess.PLAN));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (plans.draft(draft(task.release(), submission))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    private static Optional<Objective> objective(int number, Submission submission) {
        return submission
                .optionalText("objective" + number)
                .map(words -> new Objective(
                        words,
                        submission.optionalChecked("critical" + number).orElse(CRITICAL),
                        submission
                                .optionalDateTime("measured" + number)
                                .map(moment -> moment.toInstant().truncatedTo(ChronoUnit.SECONDS))));
    }

    private static Plans.Draft draft(ReleaseNumber release, Submission submission) {
        return new Plans.Draft(
                release,
                IntStream.rangeClosed(1, MOST_OBJECTIVES)
                        .mapToObj(number -> objective(number, submission))
                        .flatMap(Optional::stream)
                        .toList(),
                submission.dateTime("start").toInstant().truncatedTo(ChronoUnit.SECONDS),
                submission.dateTime("end").toInstant().truncatedTo(ChronoUnit.SECONDS),
                Duration.ofMinutes(submission.integer("backoutMinutes")),
                Plan.PointOfNoReturn.valueOf(submission.text("pointOfNoReturn")),
                submission.actor());
    }
}
