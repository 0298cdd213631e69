package slipway.acceptance.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

@Component
class InstallInTest implements Work {
    private final Acceptances acceptances;

    InstallInTest(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public String topic() {
        return "install-in-test";
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        Finding finding = acceptances.attempt(order.release(), Trial.INSTALLATION);
        return () -> {
            acceptances.record(order.release(), finding);
            return Map.of();
        };
    }
}
