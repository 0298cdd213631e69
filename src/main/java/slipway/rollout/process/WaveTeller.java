package slipway.rollout.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import slipway.engine.Contract;
import slipway.engine.ToldMessages;
import slipway.rollout.Settlements;
import slipway.shared.ReleaseNumber;
import slipway.site.Teller;

/** Tells the process that waits for the sites of a wave that they are through. */
@Component
class WaveTeller implements Teller, ToldMessages {
    private final Settlements settlements;
    private final RuntimeService runtime;

    WaveTeller(Settlements settlements, RuntimeService runtime) {
        this.settlements = settlements;
        this.runtime = runtime;
    }

    @Override
    public Map<String, Contract> messages() {
        return Map.of(InstallWaveProcess.MESSAGE_WAVE_SETTLED, Contract.NOTHING);
    }

    @Override
    public boolean tellNext() {
        return OneByOne.tell(
                settlements.settledWaves(), release -> settlements.tellWave(release, wave -> correlate(release, wave)));
    }

    // The processes of a release share its business key; the wave's number is that of the one that waits.
    private void correlate(ReleaseNumber release, int wave) {
        runtime.createMessageCorrelation(InstallWaveProcess.MESSAGE_WAVE_SETTLED)
                .processInstanceBusinessKey(release.value())
                .processInstanceVariableEquals(RollOutReleaseProcess.WAVE_NUMBER.name(), wave)
                .correlate();
    }
}
