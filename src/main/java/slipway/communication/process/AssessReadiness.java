package slipway.communication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.communication.Preparations;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

@Component
class AssessReadiness implements Step {
    private final Preparations preparations;

    AssessReadiness(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.AUTHORISED)
                        .after(PrepareProcess.READINESS)
                        .to(ReleaseState.PREPARED)
                        .giving(PrepareProcess.EVERYBODY_READY, true),
                Outcome.done().in(ReleaseState.AUTHORISED).giving(PrepareProcess.EVERYBODY_READY, false));
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        PrepareProcess.EVERYBODY_READY.put(execution, preparations.assess(release));
    }
}
