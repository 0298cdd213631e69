package slipway.review.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.Plans;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.review.Reviews;
import slipway.rollout.RolloutChapter;
import slipway.shared.Result;

@Component
class ScoreObjectives implements UserTask {
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
        List<String> objectives = plans.get(task.release()).objectives();
        for (int place = 0; place < objectives.size(); place++) {
            facts.put("goal" + (place + 1), objectives.get(place));
        }
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        int promised = plans.get(task.release()).objectives().size();
        List<Boolean> met = IntStream.rangeClosed(1, promised)
                .mapToObj(place -> submission.optionalText("score" + place))
                .takeWhile(Optional::isPresent)
                .map(score -> score.orElseThrow().equals("MET"))
                .toList();
        String remark = submission.optionalText("remark").orElse("");
        return switch (reviews.score(task.release(), submission.actor(), met, remark)) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
