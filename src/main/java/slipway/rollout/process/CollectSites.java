package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.WavePlans;

@Component
class CollectSites implements JavaDelegate {
    private final WavePlans plans;

    CollectSites(WavePlans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanRolloutProcess.SITE_COUNT.put(execution, plans.siteCount());
    }
}
