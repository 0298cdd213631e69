package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.Builds;
import slipway.engine.PartVariable;

@Component
class OrderBuild implements JavaDelegate {
    private final Builds builds;

    OrderBuild(Builds builds) {
        this.builds = builds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        builds.order(PartVariable.of(execution));
    }
}
