package slipway.communication.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.approval.GoNoGo;
import slipway.communication.Preparations;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.Result;

@Component
class ConfirmReadiness implements UserTask {
    private static final List<String> SHOWN = List.of("number", "title", "unit", "version", "start", "end");

    private final Preparations preparations;
    private final GoNoGo goNoGo;

    ConfirmReadiness(Preparations preparations, GoNoGo goNoGo) {
        this.preparations = preparations;
        this.goNoGo = goNoGo;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new LinkedHashMap<>(goNoGo.facts(task.release()));
        facts.keySet().retainAll(SHOWN);
        facts.put("sites", preparations.sites(task.release(), coordinator(task)));
        return facts;
    }

    @Override
    public Optional<Set<String>> candidates(TaskContext task) {
        return Optional.of(Set.of(coordinator(task).id()));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        if (!submission.actor().equals(coordinator(task))) {
            return new Refused(Refusal.of(
                    "not-coordinator", "This task is for " + coordinator(task) + ", who coordinates these sites."));
        }
        boolean ready = submission.text("ready").equals("READY");
        String reason = submission.optionalText("reason").orElse("");
        boolean trained = submission.checked("trained");
        return switch (preparations.confirm(task.release(), submission.actor(), ready, trained, reason)) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    private Actor coordinator(TaskContext task) {
        return preparations.coordinators().get(task.get(PrepareProcess.LOOP_COUNTER));
    }
}
