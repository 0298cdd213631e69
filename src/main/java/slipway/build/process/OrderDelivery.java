package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.Deliveries;
import slipway.engine.PartVariable;
import slipway.engine.Step;

@Component
class OrderDelivery implements Step {
    private final Deliveries deliveries;

    OrderDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deliveries.order(PartVariable.of(execution));
    }
}
