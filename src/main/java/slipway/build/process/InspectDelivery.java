package slipway.build.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Deliveries;
import slipway.build.Deliveries.Delivery;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

@Component
class InspectDelivery implements Work {
    private final Deliveries deliveries;

    InspectDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String topic() {
        return BuildProcess.TOPIC_DELIVERY;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().giving(BuildProcess.DELIVERY_SOUND, true, false))
                .touchingWorld();
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        String key = deliveries.latest(PartVariable.of(order)).key();
        Deliveries.Verdict verdict = deliveries.inspect(key);
        return () -> {
            Delivery delivery = deliveries.record(key, verdict);
            return Map.of(BuildProcess.DELIVERY_SOUND.name(), delivery.state() == Deliveries.State.SOUND);
        };
    }
}
