package slipway.rollout.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import slipway.engine.Contract;
import slipway.engine.ToldMessages;
import slipway.rollout.Settlements;
import slipway.shared.ReleaseNumber;
import slipway.site.Teller;

/** Tells the process that waits for sites to return that they did, or that one could not. */
@Component
class BackOutTeller implements Teller, ToldMessages {
    private final Settlements settlements;
    private final RuntimeService runtime;

    BackOutTeller(Settlements settlements, RuntimeService runtime) {
        this.settlements = settlements;
        this.runtime = runtime;
    }

    @Override
    public Map<String, Contract> messages() {
        return Map.of(BackOutReleaseProcess.MESSAGE_BACK_OUT_SETTLED, Contract.NOTHING);
    }

    @Override
    public boolean tellNext() {
        return OneByOne.tell(
                settlements.settledBackOuts(), release -> settlements.tellBackOut(release, () -> correlate(release)));
    }

    private void correlate(ReleaseNumber release) {
        runtime.createMessageCorrelation(BackOutReleaseProcess.MESSAGE_BACK_OUT_SETTLED)
                .processInstanceBusinessKey(release.value())
                .correlate();
    }
}
