package slipway.rollout.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.rollout.WavePlans;
import slipway.shared.ReleaseNumber;

@Component
class CollectSites implements Step {
    private final WavePlans plans;

    CollectSites(WavePlans plans) {
        this.plans = plans;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().giving(PlanRolloutProcess.SITE_COUNT));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        PlanRolloutProcess.SITE_COUNT.put(execution, plans.siteCount(release));
    }
}
