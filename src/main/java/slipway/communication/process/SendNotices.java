package slipway.communication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.communication.Preparations;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.shared.ReleaseNumber;

@Component
class SendNotices implements Step {
    private final Preparations preparations;

    SendNotices(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public Contract contract(Block block) {
        Outcome announced =
                Outcome.done().giving(PrepareProcess.READINESS_ROUND).giving(PrepareProcess.COORDINATOR_COUNT);
        return Contract.of(
                announced.giving(PrepareProcess.SOMEBODY_ASKED, true),
                // Every word that was given before still stands.
                announced
                        .onceAfter(PrepareProcess.READINESS)
                        .giving(PrepareProcess.SOMEBODY_ASKED, false)
                        .passing(PrepareProcess.READINESS));
    }

    @Override
    public void execute(DelegateExecution execution) {
        Preparations.Round round = preparations.announce(new ReleaseNumber(execution.getProcessBusinessKey()));
        PrepareProcess.READINESS_ROUND.put(execution, round.number());
        PrepareProcess.COORDINATOR_COUNT.put(execution, round.asked());
        PrepareProcess.SOMEBODY_ASKED.put(execution, round.asked() > 0);
    }
}
