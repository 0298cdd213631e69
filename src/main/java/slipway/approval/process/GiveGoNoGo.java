package slipway.approval.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.approval.GoNoGo;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.shared.Result;

@Component
class GiveGoNoGo implements UserTask {
    private final GoNoGo goNoGo;

    GiveGoNoGo(GoNoGo goNoGo) {
        this.goNoGo = goNoGo;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(goNoGo.facts(task.release()));
        List<Map<String, String>> conditions = goNoGo.conditions(task.release()).stream()
                .map(open -> Map.of("condition", open.condition(), "state", open.state()))
                .toList();
        facts.put("conditions", conditions);
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        GoNoGo.Decision decision = GoNoGo.Decision.valueOf(submission.text("decision"));
        String reason = submission.optionalText("reason").orElse("");
        return switch (goNoGo.decide(task.release(), submission.actor(), decision, reason)) {
            case Result.Done done -> Recorded.with(AuthoriseProcess.GO_NO_GO.name(), decision.name());
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
