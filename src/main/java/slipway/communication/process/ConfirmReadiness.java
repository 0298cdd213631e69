package slipway.communication.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.communication.Preparations;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.PlanChapter;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.shared.Result;

@Component
class ConfirmReadiness implements UserTask {
    private final Preparations preparations;
    private final Dossiers dossiers;

    ConfirmReadiness(Preparations preparations, Dossiers dossiers) {
        this.preparations = preparations;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts =
                new LinkedHashMap<>(dossiers.forForm(task.release(), List.of(ScopeChapter.class, PlanChapter.class)));
        facts.put("asked", preparations.asked(PrepareProcess.question(task)).id());
        facts.put(
                "sites",
                preparations.sites(PrepareProcess.question(task)).stream()
                        .map(site -> Map.of(
                                "id", site.site().value(),
                                "name", site.name(),
                                "wave", site.wave(),
                                "window", site.window()))
                        .toList());
        return facts;
    }

    @Override
    public Optional<Set<String>> candidates(TaskContext task) {
        return preparations.reserved(PrepareProcess.question(task)).map(coordinator -> Set.of(coordinator.id()));
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().passing(PrepareProcess.READINESS));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean ready = submission.text("ready").equals("READY");
        String reason = submission.optionalText("reason").orElse("");
        boolean trained = submission.checked("trained");
        return switch (preparations.confirm(
                PrepareProcess.question(task), submission.actor(), ready, trained, reason)) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
