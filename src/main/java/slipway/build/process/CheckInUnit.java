package slipway.build.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.build.Builds;
import slipway.engine.TerminalFailure;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class CheckInUnit implements JavaDelegate {
    private final Builds builds;

    CheckInUnit(Builds builds) {
        this.builds = builds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        switch (builds.checkIn(new ReleaseNumber(execution.getProcessBusinessKey()))) {
            case Result.Done done -> BuildProcess.CHECKED_IN.put(execution, true);
            case Result.Refused no -> throw new TerminalFailure(no.refusal().toString());
        }
    }
}
