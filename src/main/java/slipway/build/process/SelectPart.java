package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.build.HowMade;
import slipway.build.PartToMake;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

@Component
class SelectPart implements Step {
    private final CheckIns checkIns;

    SelectPart(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public Contract contract(Block block) {
        Outcome selected = Outcome.done()
                .in(ReleaseState.IN_BUILD)
                .giving(PartVariable.UNIT)
                .giving(BuildProcess.REWORK, true, false)
                .giving(BuildProcess.HOW_MADE, (Object[]) HowMade.values());
        return Contract.of(
                selected.giving(BuildProcess.PART_READY, false),
                // It was checked in in an earlier round, and nobody sent it back.
                selected.onceAfter(BuildProcess.READY)
                        .giving(BuildProcess.PART_READY, true)
                        .passing(BuildProcess.READY));
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartToMake part = checkIns.select(
                new ReleaseNumber(execution.getProcessBusinessKey()), BuildProcess.PART_PLACE.in(execution));
        PartVariable.UNIT.put(execution, part.part().unit().value());
        BuildProcess.PART_READY.put(execution, part.ready());
        BuildProcess.REWORK.put(execution, part.rework());
        BuildProcess.HOW_MADE.put(execution, part.how().name());
    }
}
