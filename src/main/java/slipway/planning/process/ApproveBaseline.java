package slipway.planning.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.approval.Gate;
import slipway.approval.PeopleChapter;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.planning.PlanChapter;
import slipway.planning.Plans;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.release.ScopeChapter;
import slipway.shared.Result;

@Component
class ApproveBaseline implements UserTask {
    private final Plans plans;
    private final Dossiers dossiers;

    ApproveBaseline(Plans plans, Dossiers dossiers) {
        this.plans = plans;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        return dossiers.forForm(task.release(), List.of(ScopeChapter.class, PlanChapter.class, PeopleChapter.class));
    }

    @Override
    public Optional<String> decides(Map<String, String> properties) {
        return Optional.of(Gate.PLAN_BASELINE.id());
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.AUTHORISER);
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.SUBMITTED)
                        .after(PlanProcess.PLAN)
                        .giving(PlanProcess.BASELINE_APPROVED, true)
                        .passing(Gate.PLAN_BASELINE.id()),
                Outcome.done().in(ReleaseState.SUBMITTED).giving(PlanProcess.BASELINE_APPROVED, false));
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
