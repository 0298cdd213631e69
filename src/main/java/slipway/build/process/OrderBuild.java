package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.Builds;
import slipway.engine.PartVariable;
import slipway.engine.Step;

@Component
class OrderBuild implements Step {
    private final Builds builds;

    OrderBuild(Builds builds) {
        this.builds = builds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        builds.order(PartVariable.of(execution));
    }
}
