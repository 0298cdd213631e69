package slipway.review.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.audit.AuditChapter;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Dossiers;
import slipway.release.HistoryChapter;
import slipway.release.ReleaseState;
import slipway.release.ScopeChapter;
import slipway.review.ReviewChapter;
import slipway.review.Reviews;
import slipway.rollout.RolloutChapter;
import slipway.shared.Result;

@Component
class ReviewRelease implements UserTask {
    private final Reviews reviews;
    private final Dossiers dossiers;

    ReviewRelease(Reviews reviews, Dossiers dossiers) {
        this.reviews = reviews;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return dossiers.forForm(
                task.release(),
                List.of(
                        ScopeChapter.class,
                        RolloutChapter.class,
                        AuditChapter.class,
                        ReviewChapter.class,
                        HistoryChapter.class));
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().in(ReleaseState.EARLY_LIFE).to(ReleaseState.REVIEWED));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (reviews.conclude(task.release(), submission.actor(), submission.text("conclusion"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
