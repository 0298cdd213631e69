package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

@Component
class BeginAcceptance implements Step {
    private final Releases releases;

    BeginAcceptance(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().giving(AcceptanceProcess.PART_COUNT));
    }

    @Override
    public void execute(DelegateExecution execution) {
        AcceptanceProcess.PART_COUNT.put(
                execution,
                releases.submitted(new ReleaseNumber(execution.getProcessBusinessKey()))
                        .parts()
                        .size());
    }
}
