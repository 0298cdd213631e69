package slipway.build.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.shared.PartId;
import slipway.shared.Result;

@Component
class StoreArtefacts implements Work {
    private final CheckIns checkIns;

    StoreArtefacts(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public String topic() {
        return BuildProcess.TOPIC_CHECK_IN;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                        Outcome.done().giving(BuildProcess.STORED, true, false).giving(BuildProcess.CHECKED_IN, false))
                .touchingWorld();
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        PartId part = PartVariable.of(order);
        CheckIns.Deposit deposit = checkIns.deposit(part);
        return () -> {
            boolean stored = checkIns.propose(part, deposit) instanceof Result.Done;
            return Map.of(BuildProcess.STORED.name(), stored, BuildProcess.CHECKED_IN.name(), false);
        };
    }
}
