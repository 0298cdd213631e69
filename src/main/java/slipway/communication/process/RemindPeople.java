package slipway.communication.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.communication.Tellings;
import slipway.engine.Step;

/** The building block <em>Remind people</em>: whoever the task beside still waits for is reminded of it. */
@Component
class RemindPeople implements Step {
    private final OpenTasks tasks;
    private final Tellings tellings;

    RemindPeople(OpenTasks tasks, Tellings tellings) {
        this.tasks = tasks;
        this.tellings = tellings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DrawnStep.release(execution)
                .ifPresent(release -> tasks.each(
                        execution, DrawnStep.of(execution), (task, people) -> tellings.remind(release, task, people)));
    }
}
