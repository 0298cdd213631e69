package slipway.acceptance.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.release.ReleaseState;
import slipway.shared.PartId;

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
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().in(ReleaseState.IN_TEST).passing(AcceptanceProcess.REHEARSED))
                .touchingWorld();
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        PartId part = PartVariable.of(order);
        List<Finding> findings = acceptances.attempt(part, Trial.BACK_OUT_REHEARSAL);
        return () -> {
            acceptances.record(part, findings);
            return Map.of();
        };
    }
}
