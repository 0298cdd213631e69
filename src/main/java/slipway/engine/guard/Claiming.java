package slipway.engine.guard;

import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/**
 * People take tasks for themselves and give back their own. Assigning goes on as a claim, for which the permission to
 * work on the task suffices.
 */
final class Claiming {
    private final Tasks tasks;
    private final Separation separation;

    Claiming(Tasks tasks, Separation separation) {
        this.tasks = tasks;
        this.separation = separation;
    }

    Command<?> admit(Command<?> command, Caller caller, CommandContext context) {
        String id = Parameters.text(command, "taskId");
        String person = Parameters.text(command, "userId");
        var found = tasks.find(id, caller, context);
        if (found.isEmpty()) {
            return command;
        }
        check(found.get(), person, caller, context);
        return new ClaimTaskCmd(id, person);
    }

    private void check(GuardedTask task, @Nullable String person, Caller caller, CommandContext context) {
        String holder = task.entity().getAssignee();
        if (person == null ? !caller.is(holder) : !caller.is(person)) {
            throw caller.refused(
                    task.subject(),
                    Refusal.of(
                            "own-claims-only", "people claim for themselves and give back their own; ask the holder"));
        }
        if (person == null) {
            return;
        }
        if (holder != null && !caller.is(holder)) {
            throw caller.refused(
                    task.subject(),
                    Refusal.of("claimed-by-another", "the task is held by " + holder + "; ask them to give it back"));
        }
        tasks.checkOffered(task, caller);
        separation.strands(task, caller, context).ifPresent(rule -> {
            throw caller.refused(task.subject(), rule);
        });
    }
}
