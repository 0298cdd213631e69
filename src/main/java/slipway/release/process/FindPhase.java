package slipway.release.process;

import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.Phase;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

@Component
class FindPhase implements Step {
    private final Releases releases;

    FindPhase(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Arrays.stream(ReleaseState.values())
                .flatMap(state -> Stream.of(true, false)
                        .map(stands -> Phase.of(state, stands))
                        .distinct()
                        .map(phase -> Outcome.done().in(state).giving(QualifyProcess.PHASE, phase)))
                .toList());
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        QualifyProcess.PHASE.put(execution, releases.phase(release).name());
    }
}
