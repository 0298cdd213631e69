package slipway.communication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.communication.Tellings;
import slipway.engine.Step;

/** The building block <em>Escalate</em>: the groups that the model names are told that the task beside still waits. */
@Component
class EscalateTask implements Step {
    private final OpenTasks tasks;
    private final Tellings tellings;

    EscalateTask(OpenTasks tasks, Tellings tellings) {
        this.tasks = tasks;
        this.tellings = tellings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DrawnStep step = DrawnStep.of(execution);
        DrawnStep.release(execution)
                .ifPresent(release -> tasks.each(
                        execution,
                        step,
                        (task, people) -> tellings.escalate(release, task, people, Told.to(step.properties()))));
    }
}
