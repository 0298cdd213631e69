package slipway.acceptance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances;
import slipway.engine.PartVariable;
import slipway.release.Releases;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;

@Component
class SelectPartToTest implements JavaDelegate {
    private final Releases releases;
    private final Acceptances acceptances;

    SelectPartToTest(Releases releases, Acceptances acceptances) {
        this.releases = releases;
        this.acceptances = acceptances;
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
