package slipway.acceptance.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.approval.Approvals;
import slipway.approval.DecisionFacts;
import slipway.approval.Gate;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.PlanFacts;
import slipway.release.Releases;
import slipway.shared.Result;

@Component
class AcceptForBusiness implements UserTask {
    private final Acceptances acceptances;
    private final DecisionFacts testFacts;
    private final PlanFacts planFacts;
    private final Approvals approvals;
    private final Releases releases;

    AcceptForBusiness(
            Acceptances acceptances,
            DecisionFacts testFacts,
            PlanFacts planFacts,
            Approvals approvals,
            Releases releases) {
        this.acceptances = acceptances;
        this.testFacts = testFacts;
        this.planFacts = planFacts;
        this.approvals = approvals;
        this.releases = releases;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(planFacts.facts(task.release()));
        facts.putAll(testFacts.facts(task.release()));
        facts.put("purpose", releases.get(task.release()).purpose());
        facts.put(
                "testVerdict",
                approvals.standing(task.release(), Gate.TEST_VERDICT) instanceof Approvals.Granted verdict
                        ? "passed by " + verdict.approval().actor() + " "
                                + verdict.approval().reason()
                        : "none that stands");
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean accept = submission.text("decision").equals("ACCEPT");
        return switch (acceptances.acceptForBusiness(
                task.release(), submission.actor(), accept, submission.text("opinion"))) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
