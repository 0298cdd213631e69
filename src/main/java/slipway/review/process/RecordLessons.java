package slipway.review.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Dossiers;
import slipway.release.HistoryChapter;
import slipway.release.ScopeChapter;
import slipway.review.Reviews;
import slipway.rollout.RolloutChapter;
import slipway.shared.Result;

@Component
class RecordLessons implements UserTask {
    private final Reviews reviews;
    private final Dossiers dossiers;

    RecordLessons(Reviews reviews, Dossiers dossiers) {
        this.reviews = reviews;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return dossiers.forForm(
                task.release(), List.of(ScopeChapter.class, RolloutChapter.class, HistoryChapter.class));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (reviews.recordLessons(task.release(), submission.actor(), submission.text("lessons"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
