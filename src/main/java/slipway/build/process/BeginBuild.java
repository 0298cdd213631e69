package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

@Component
class BeginBuild implements Step {
    private final CheckIns checkIns;

    BeginBuild(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done()
                .in(ReleaseState.PLANNED, ReleaseState.IN_BUILD)
                .to(ReleaseState.IN_BUILD)
                .giving(BuildProcess.PART_COUNT));
    }

    @Override
    public void execute(DelegateExecution execution) {
        int parts = checkIns.begin(new ReleaseNumber(execution.getProcessBusinessKey()));
        BuildProcess.PART_COUNT.put(execution, parts);
    }
}
