package slipway.audit.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

@Component
class CollectInventory implements Work {
    private final Audits audits;

    CollectInventory(Audits audits) {
        this.audits = audits;
    }

    @Override
    public String topic() {
        return AuditProcess.TOPIC;
    }

    @Override
    public Finish run(WorkOrder order) {
        Phase phase = Phase.valueOf(order.get(AuditProcess.AUDIT_PHASE));
        Audits.Collected collected = audits.collect(order.release(), phase);
        return () -> {
            audits.keep(collected);
            return Map.of();
        };
    }
}
