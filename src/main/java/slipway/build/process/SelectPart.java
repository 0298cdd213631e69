package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.build.PartToMake;
import slipway.engine.PartVariable;
import slipway.shared.ReleaseNumber;

@Component
class SelectPart implements JavaDelegate {
    private final CheckIns checkIns;

    SelectPart(CheckIns checkIns) {
        this.checkIns = checkIns;
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
