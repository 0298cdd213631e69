package slipway.engine.guard;

import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import slipway.shared.Refusal;

/** Comments come from those to whom the task is offered and from administrators, at the task. */
final class Commenting {
    private final Tasks tasks;

    Commenting(Tasks tasks) {
        this.tasks = tasks;
    }

    Command<?> admit(Command<?> command, Caller caller, CommandContext context) {
        var task = tasks.find(Parameters.text(command, "taskId"), caller, context);
        Subject subject = task.map(GuardedTask::subject).orElse(Subject.NONE);
        if (task.isEmpty() || !(caller.administrator() || task.get().offeredTo(caller))) {
            throw caller.refused(
                    subject,
                    Refusal.of(
                            "not-a-candidate", "comments are for those to whom the task is offered; ask one of them"));
        }
        String instance = Parameters.text(command, "processInstanceId");
        if (instance != null && !instance.equals(subject.instance())) {
            throw caller.refused(
                    subject,
                    Refusal.of(
                            "comment-elsewhere",
                            "a comment stands at its task; name no process instance, or that of the task"));
        }
        return new AddCommentCmd(
                Parameters.text(command, "taskId"),
                instance,
                FreeText.lines("message", Parameters.text(command, "message"), subject, caller));
    }
}
