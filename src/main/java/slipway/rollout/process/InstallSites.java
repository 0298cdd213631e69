package slipway.rollout.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.TerminalFailure;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.rollout.Installation;
import slipway.shared.Result;

@Component
class InstallSites implements Work {
    private final Installation installation;

    InstallSites(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String topic() {
        return InstallWaveProcess.TOPIC;
    }

    @Override
    public Finish run(WorkOrder order) {
        int wave = order.get(RollOutReleaseProcess.WAVE_NUMBER);
        if (installation.install(order.release(), wave) instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
        return Map::of;
    }
}
