package slipway.engine.guard;

import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** Finds the task that a command names, and decides whether a person may work on it. */
final class Tasks {
    private final Bindings bindings;
    private final Separation separation;

    Tasks(Bindings bindings, Separation separation) {
        this.bindings = bindings;
        this.separation = separation;
    }

    /** Empty when there is no such task, which the engine then says itself. */
    Optional<GuardedTask> find(@Nullable String id, Caller caller, CommandContext context) {
        TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
        if (task == null) {
            caller.person(Subject.NONE);
            return Optional.empty();
        }
        caller.person(Subject.of(task));
        Optional<GuardedTask> found = bind(task, context);
        if (found.isEmpty()) {
            throw caller.refused(
                    Subject.of(task),
                    Refusal.of(
                            "task-of-a-model",
                            "this task belongs to no model of Slipway; an administrator removes it"));
        }
        return found;
    }

    /** Empty for tasks that no model binds to records. */
    Optional<GuardedTask> bind(TaskEntity task, CommandContext context) {
        String definition = task.getProcessDefinitionId();
        if (definition == null) {
            return Optional.empty();
        }
        ActivityImpl activity = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definition)
                .findActivity(task.getTaskDefinitionKey());
        return Bindings.recordsOf(activity)
                .map(name -> new GuardedTask(
                        task, bindings.bean(name), Bindings.dutiesOf(activity), Bindings.propertiesOf(activity)));
    }

    void checkOffered(GuardedTask task, Caller caller) {
        if (!task.offeredTo(caller)) {
            throw caller.refused(
                    task.subject(),
                    Refusal.of(
                            "not-a-candidate", "this task is not offered to you; leave it to one of its candidates"));
        }
        separation.barred(task, caller).ifPresent(rule -> {
            throw caller.refused(task.subject(), rule);
        });
    }
}
