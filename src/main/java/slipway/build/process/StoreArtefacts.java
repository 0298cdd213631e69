package slipway.build.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Builds;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.shared.Result;

@Component
class StoreArtefacts implements Work {
    private final Builds builds;

    StoreArtefacts(Builds builds) {
        this.builds = builds;
    }

    @Override
    public String topic() {
        return BuildProcess.TOPIC_CHECK_IN;
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        String key = builds.latest(order.release()).key();
        Builds.Deposit deposit = builds.deposit(key);
        return () -> {
            boolean stored = builds.propose(key, deposit) instanceof Result.Done;
            return Map.of(BuildProcess.STORED.name(), stored, BuildProcess.CHECKED_IN.name(), false);
        };
    }
}
