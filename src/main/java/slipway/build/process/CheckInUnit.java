package slipway.build.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.build.CheckIns;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Step;
import slipway.engine.TerminalFailure;
import slipway.release.ReleaseState;
import slipway.shared.Result;

@Component
class CheckInUnit implements Step {
    /** What another attempt puts right: another revision, or a question that is asked again. */
    private static final Set<String> MADE_AGAIN = Set.of("revision-barred", "authors-unknown");

    private final CheckIns checkIns;

    CheckInUnit(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                        Outcome.done()
                                .in(ReleaseState.IN_BUILD)
                                .after(BuildProcess.SCANNED)
                                .giving(BuildProcess.CHECKED_IN, true)
                                .passing(BuildProcess.READY),
                        Outcome.error(BuildProcess.REVISION_BARRED))
                .touchingWorld();
    }

    @Override
    public void execute(DelegateExecution execution) {
        switch (checkIns.checkIn(PartVariable.of(execution))) {
            case Result.Done done -> BuildProcess.CHECKED_IN.put(execution, true);
            case Result.Refused no
            when MADE_AGAIN.contains(no.refusal().rule()) ->
                throw new BpmnError(BuildProcess.REVISION_BARRED, no.refusal().reason());
            case Result.Refused no -> throw new TerminalFailure(no.refusal().toString());
        }
    }
}
