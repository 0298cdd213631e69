package slipway.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.DelegationState;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask.Recorded;
import slipway.engine.UserTask.Refused;
import slipway.shared.Refusal;

/** Completion of a task: who, what was entered, the facade's word, and only then the engine with the routing facts. */
final class Completing {
    private final Tasks tasks;
    private final Separation separation;
    private final Forms forms;

    Completing(Tasks tasks, Separation separation, Forms forms) {
        this.tasks = tasks;
        this.separation = separation;
        this.forms = forms;
    }

    Command<?> admit(Command<?> command, Caller caller, CommandContext context) {
        String id = Parameters.text(command, "taskId");
        var found = tasks.find(id, caller, context);
        if (found.isEmpty()) {
            return command;
        }
        GuardedTask task = found.get();
        checkPerson(task, caller);
        boolean form = command instanceof SubmitTaskFormCmd;
        Map<String, Object> entered = Values.plain(Parameters.any(command, form ? "properties" : "variables"));
        Map<String, Object> routing = record(task, entered, caller, context);
        boolean answer = Parameters.flag(command, "returnVariables");
        return form
                ? new SubmitTaskFormCmd(id, routing, answer, Parameters.flag(command, "deserializeValues"))
                : new CompleteTaskCmd(id, routing, answer, Parameters.flag(command, "deserializeReturnedVariables"));
    }

    private void checkPerson(GuardedTask task, Caller caller) {
        if (!caller.is(task.entity().getAssignee())) {
            throw caller.refused(
                    task.subject(), Refusal.of("claim-first", "you do not hold this task; claim it, then complete it"));
        }
        if (task.entity().getDelegationState() == DelegationState.PENDING) {
            throw caller.refused(
                    task.subject(), Handling.COMPLETED_BY_FORM.refusal().orElseThrow());
        }
        tasks.checkOffered(task, caller);
    }

    private Map<String, Object> record(
            GuardedTask task, Map<String, Object> entered, Caller caller, CommandContext context) {
        TaskContext where = task.context();
        Entries entries = forms.ofTask(task.entity().getId(), context)
                .check(entered, task.records().facts(where), where.variables());
        return switch (entries) {
            case Entries.Wrong wrong -> throw caller.refusedEntry(task.subject(), wrong.refusal());
            case Entries.Checked checked -> {
                var submission = new Submission(caller.person(task.subject()), checked.fields());
                yield switch (task.records().complete(where, submission)) {
                    case Refused no -> throw caller.refusedEntry(task.subject(), no.refusal());
                    case Recorded done -> {
                        separation.performed(task, caller);
                        yield Routing.checked(done.routing());
                    }
                };
            }
        };
    }
}
