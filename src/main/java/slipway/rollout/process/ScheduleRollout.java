package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.rollout.WavePlans;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class ScheduleRollout implements Step {
    private final WavePlans plans;
    private final WaveTables tables;

    ScheduleRollout(WavePlans plans, WaveTables tables) {
        this.plans = plans;
        this.tables = tables;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(
                                ReleaseState.ACCEPTED,
                                ReleaseState.SCHEDULED,
                                ReleaseState.AUTHORISED,
                                ReleaseState.PREPARED,
                                ReleaseState.PRE_AUDITED)
                        .after(PlanRolloutProcess.WAVES)
                        .to(ReleaseState.SCHEDULED),
                Outcome.error(PlanRolloutProcess.ERROR_SCHEDULE_REFUSED));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        if (plans.schedule(release, tables.thresholds(release)) instanceof Result.Refused no) {
            throw new BpmnError(
                    PlanRolloutProcess.ERROR_SCHEDULE_REFUSED, no.refusal().toString());
        }
    }
}
