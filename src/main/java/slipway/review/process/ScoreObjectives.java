package slipway.review.process;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.Objective;
import slipway.planning.Plans;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.release.ScopeChapter;
import slipway.review.Reviews;
import slipway.rollout.RolloutChapter;
import slipway.shared.Result;

@Component
class ScoreObjectives implements UserTask {
    private static final int MOST_OBJECTIVES = 3;
    private static final String CRITICAL = "Critical for going live: when it was missed, the release failed.";
    private static final String NOT_CRITICAL =
            "Not critical: when it was missed, the release closes with issues. What cannot be measured yet may wait.";

    private final Reviews reviews;
    private final Dossiers dossiers;
    private final Plans plans;

    ScoreObjectives(Reviews reviews, Dossiers dossiers, Plans plans) {
        this.reviews = reviews;
        this.dossiers = dossiers;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(
                dossiers.forForm(task.release(), List.of(ScopeChapter.class, RolloutChapter.class)));
        IntStream.rangeClosed(1, MOST_OBJECTIVES).forEach(number -> facts.put("weight" + number, ""));
        List<Objective> objectives = plans.get(task.release()).objectives();
        for (int number = 1; number <= objectives.size(); number++) {
            Objective objective = objectives.get(number - 1);
            facts.put("goal" + number, objective.words());
            facts.put("weight" + number, objective.critical() ? CRITICAL : NOT_CRITICAL);
            String later = "later" + number;
            objective.measured().ifPresent(moment -> facts.put(later, moment.toString()));
        }
        return facts;
    }

    private static Optional<Reviews.Said> said(int number, Submission submission) {
        return submission
                .optionalText("score" + number)
                .map(score -> new Reviews.Said(
                        Reviews.Verdict.valueOf(score),
                        submission
                                .optionalDateTime("later" + number)
                                .map(moment -> moment.toInstant().truncatedTo(ChronoUnit.SECONDS))));
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().in(ReleaseState.EARLY_LIFE));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        int promised = plans.get(task.release()).objectives().size();
        List<Reviews.Said> said = IntStream.rangeClosed(1, promised)
                .mapToObj(number -> said(number, submission))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        String remark = submission.optionalText("remark").orElse("");
        return switch (reviews.score(task.release(), submission.actor(), said, remark)) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
