package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.approval.Gate;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Step;
import slipway.release.Releases;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;

@Component
class SelectPartToTest implements Step {
    private final Releases releases;
    private final Acceptances acceptances;

    SelectPartToTest(Releases releases, Acceptances acceptances) {
        this.releases = releases;
        this.acceptances = acceptances;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().giving(PartVariable.UNIT).giving(AcceptanceProcess.PART_TESTED, false),
                // It was tested in an earlier round, and what was tested is still what is delivered.
                Outcome.done()
                        .onceAfter(Gate.TEST_VERDICT.id())
                        .giving(PartVariable.UNIT)
                        .giving(AcceptanceProcess.PART_TESTED, true)
                        .passing(Gate.TEST_VERDICT.id()));
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartId part = releases.submitted(new ReleaseNumber(execution.getProcessBusinessKey()))
                .part(AcceptanceProcess.PART_PLACE.in(execution))
                .id();
        PartVariable.UNIT.put(execution, part.unit().value());
        AcceptanceProcess.PART_TESTED.put(execution, acceptances.passed(part));
    }
}
