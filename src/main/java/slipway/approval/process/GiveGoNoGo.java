package slipway.approval.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.approval.Gate;
import slipway.approval.GoNoGo;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.shared.Result;

@Component
class GiveGoNoGo implements UserTask {
    private final GoNoGo goNoGo;
    private final Dossiers dossiers;

    GiveGoNoGo(GoNoGo goNoGo, Dossiers dossiers) {
        this.goNoGo = goNoGo;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return dossiers.allForForm(task.release());
    }

    @Override
    public Optional<String> decides(Map<String, String> properties) {
        return Optional.of(Gate.GO_LIVE.id());
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.AUTHORISER);
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.SCHEDULED)
                        .giving(AuthoriseProcess.GO_NO_GO, GoNoGo.Decision.GO)
                        .passing(Gate.GO_LIVE.id()),
                Outcome.done()
                        .in(ReleaseState.SCHEDULED)
                        .giving(AuthoriseProcess.GO_NO_GO, GoNoGo.Decision.REPLAN, GoNoGo.Decision.CANCEL));
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
