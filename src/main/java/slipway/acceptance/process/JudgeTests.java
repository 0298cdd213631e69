package slipway.acceptance.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.Acceptances.Trial;
import slipway.approval.DecisionFacts;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.Plans;
import slipway.release.Releases;
import slipway.shared.Result;

@Component
class JudgeTests implements UserTask {
    private static final String DIFFERENCES = "One place on this machine instead of the sites; the same files, the same"
            + " layout and switch; tests run there without network and as another user.";

    private final Acceptances acceptances;
    private final DecisionFacts testFacts;
    private final Releases releases;
    private final Plans plans;

    JudgeTests(Acceptances acceptances, DecisionFacts testFacts, Releases releases, Plans plans) {
        this.acceptances = acceptances;
        this.testFacts = testFacts;
        this.releases = releases;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(testFacts.facts(task.release()));
        facts.put("number", task.release().value());
        facts.put("title", releases.get(task.release()).title());
        facts.put(
                "testLog",
                acceptances
                        .finding(task.release(), Trial.TESTS)
                        .map(Acceptances.Finding::log)
                        .orElse(""));
        facts.put("backoutMinutes", plans.get(task.release()).backoutLimit().toMinutes());
        facts.put("environmentDifferences", DIFFERENCES);
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean pass = submission.text("decision").equals("PASS");
        String reason = submission.optionalText("reason").orElse("");
        return switch (acceptances.judge(task.release(), submission.actor(), pass, reason)) {
            case Result.Done done -> Recorded.with(AcceptanceProcess.TESTS_PASSED.name(), pass);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
