package slipway.interruption.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import slipway.interruption.Interruptions;
import slipway.interruption.RaiseTeller;

/** Starts the process that tells of a recall. */
@Component
class RecallTeller implements RaiseTeller {
    private final RuntimeService processes;

    RecallTeller(RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public void tell(Interruptions.Raised raised) {
        processes.startProcessInstanceByKey(
                InterruptionProcess.RECALL_REVISION,
                Map.of(
                        InterruptionProcess.RAISE.name(),
                        raised.raise(),
                        InterruptionProcess.RELEASES_CONCERNED.name(),
                        raised.releases().size()));
    }
}
