package slipway.acceptance.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

@Component
class RehearseBackOut implements Work {
    private final Acceptances acceptances;

    RehearseBackOut(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public String topic() {
        return "rehearse-back-out";
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        Finding finding = acceptances.attempt(order.release(), Trial.BACK_OUT_REHEARSAL);
        return () -> {
            acceptances.record(order.release(), finding);
            return Map.of();
        };
    }
}
