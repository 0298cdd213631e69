package slipway.rollout.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.rollout.BackOuts;

@Component
class RestoreSites implements Work {
    private final BackOuts backOuts;

    RestoreSites(BackOuts backOuts) {
        this.backOuts = backOuts;
    }

    @Override
    public String topic() {
        return BackOutReleaseProcess.TOPIC;
    }

    @Override
    public Finish run(WorkOrder order) {
        boolean failed = backOuts.restore(order.release());
        return () -> Map.of(BackOutReleaseProcess.RESTORE_FAILED.name(), failed);
    }
}
