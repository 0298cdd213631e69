package slipway.review.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.review.Reviews;
import slipway.shared.Result;

@Component
class RecordLessons implements UserTask {
    private final Reviews reviews;
    private final ReviewFacts facts;

    RecordLessons(Reviews reviews, ReviewFacts facts) {
        this.reviews = reviews;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> all = facts.heading(task.release());
        all.put("events", facts.events(task.release()));
        return all;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return switch (reviews.recordLessons(task.release(), submission.actor(), submission.text("lessons"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
