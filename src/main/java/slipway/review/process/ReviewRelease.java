package slipway.review.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.review.Reviews;
import slipway.shared.Result;

@Component
class ReviewRelease implements UserTask {
    private final Reviews reviews;
    private final ReviewFacts facts;

    ReviewRelease(Reviews reviews, ReviewFacts facts) {
        this.reviews = reviews;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> all = facts.heading(task.release());
        all.put("sites", facts.sites(task.release()));
        all.put("scores", facts.scores(task.release()));
        all.put("lessons", String.join("\n", reviews.lessons(task.release())));
        return all;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (reviews.conclude(task.release(), submission.actor(), submission.text("conclusion"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
