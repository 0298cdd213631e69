package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.WavePlans;
import slipway.shared.ReleaseNumber;

@Component
class CollectSites implements JavaDelegate {
    private final WavePlans plans;

    CollectSites(WavePlans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        PlanRolloutProcess.SITE_COUNT.put(execution, plans.siteCount(release));
    }
}
