package slipway.planning.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.PlanFacts;
import slipway.planning.Plans;
import slipway.shared.Result;

@Component
class ApproveBaseline implements UserTask {
    private final Plans plans;
    private final PlanFacts facts;

    ApproveBaseline(Plans plans, PlanFacts facts) {
        this.plans = plans;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return facts.facts(task.release());
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean approved = submission.text("decision").equals("APPROVE");
        String reason = submission.optionalText("reason").orElse("");
        return switch (plans.decideBaseline(task.release(), submission.actor(), approved, reason)) {
            case Result.Done done -> Recorded.with(PlanProcess.BASELINE_APPROVED.name(), approved);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
