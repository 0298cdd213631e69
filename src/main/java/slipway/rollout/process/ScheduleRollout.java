package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.WavePlans;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class ScheduleRollout implements JavaDelegate {
    private final WavePlans plans;
    private final WaveTables tables;

    ScheduleRollout(WavePlans plans, WaveTables tables) {
        this.plans = plans;
        this.tables = tables;
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
