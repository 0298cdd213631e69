package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class ConcludeBuild implements Step {
    private final CheckIns checkIns;

    ConcludeBuild(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done()
                .in(ReleaseState.IN_BUILD)
                .after(BuildProcess.READY)
                .to(ReleaseState.IN_TEST));
    }

    @Override
    public void execute(DelegateExecution execution) {
        Result result = checkIns.conclude(new ReleaseNumber(execution.getProcessBusinessKey()));
        if (result instanceof Result.Refused no) {
            throw new TerminalFailure(no.refusal().toString());
        }
    }
}
