package slipway.acceptance.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

@Component
class RunTests implements Work {
    private final Acceptances acceptances;

    RunTests(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public String topic() {
        return "run-tests";
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        Finding finding = acceptances.attempt(order.release(), Trial.TESTS);
        return () -> {
            acceptances.record(order.release(), finding);
            return Map.of();
        };
    }
}
