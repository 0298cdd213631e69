package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.approval.Gate;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

@Component
class RecordAcceptance implements Step {
    private final Acceptances acceptances;

    RecordAcceptance(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .in(ReleaseState.IN_TEST)
                        .after(Gate.TEST_VERDICT.id(), Gate.BUSINESS_ACCEPTANCE.id())
                        .to(ReleaseState.ACCEPTED)
                        .giving(AcceptanceProcess.ACCEPTED, true),
                Outcome.done()
                        .in(ReleaseState.IN_TEST)
                        .to(ReleaseState.IN_BUILD)
                        .giving(AcceptanceProcess.ACCEPTED, false));
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean accepted = switch (acceptances.conclude(new ReleaseNumber(execution.getProcessBusinessKey()))) {
            case ACCEPTED -> true;
            case REWORK -> false;
        };
        AcceptanceProcess.ACCEPTED.put(execution, accepted);
    }
}
