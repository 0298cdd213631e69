package slipway.interruption.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Step;
import slipway.interruption.Interruption;
import slipway.interruption.Interruptions;

@Component
class InterruptRelease implements Step {
    private static final String RELEASE_MANAGEMENT = "ReleaseManagement";
    private static final String DECIDE = "Task_DecideOnPausedRollout";

    private final Interruptions interruptions;
    private final RuntimeService processes;

    InterruptRelease(Interruptions interruptions, RuntimeService processes) {
        this.interruptions = interruptions;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long raise = InterruptionProcess.RAISE.in(execution);
        int place = InterruptionProcess.PLACE.in(execution);
        if (!interruptions.tell(raise, place, this::reached)) {
            throw new IllegalStateException("The process of a release is between two steps; it is told in a moment.");
        }
    }

    private boolean reached(Interruption interruption) {
        String message = InterruptionProcess.message(interruption.kind());
        String release = interruption.release().value();
        boolean waited = !processes
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(release)
                .correlateAllWithResult()
                .isEmpty();
        return waited || isThere(interruption) || !runs(release);
    }

    /** A rollout that was stopped between two steps goes to the decision by itself. */
    private boolean isThere(Interruption interruption) {
        return interruption.kind() == Interruption.Kind.STOPPED
                && processes
                                .createExecutionQuery()
                                .processInstanceBusinessKey(
                                        interruption.release().value())
                                .activityId(DECIDE)
                                .count()
                        > 0;
    }

    private boolean runs(String release) {
        return processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(RELEASE_MANAGEMENT)
                        .processInstanceBusinessKey(release)
                        .count()
                > 0;
    }
}
