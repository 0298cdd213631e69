package slipway.review.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.review.ReviewChapter;
import slipway.review.Reviews;
import slipway.shared.Result;

@Component
class ReviewBenefits implements UserTask {
    private final Reviews reviews;
    private final Dossiers dossiers;

    ReviewBenefits(Reviews reviews, Dossiers dossiers) {
        this.reviews = reviews;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts =
                new LinkedHashMap<>(dossiers.forForm(task.release(), List.of(ScopeChapter.class, ReviewChapter.class)));
        int place = task.get(MeasureBenefitsProcess.BENEFIT_PLACE);
        reviews.benefits(task.release()).stream()
                .filter(benefit -> benefit.place() == place)
                .forEach(benefit -> facts.put("benefit", benefit.objective()));
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        Result reviewed = reviews.reviewBenefit(
                task.release(),
                task.get(MeasureBenefitsProcess.BENEFIT_PLACE),
                submission.actor(),
                submission.text("result").equals("MET"),
                submission.text("remark"));
        return switch (reviewed) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
