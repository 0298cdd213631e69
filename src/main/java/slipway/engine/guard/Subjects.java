package slipway.engine.guard;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Finds the task that a refused command names, for the record. */
final class Subjects {
    private Subjects() {}

    static Subject of(Command<?> command, CommandContext context) {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals("taskId") && field.getType() == String.class) {
                    return ofTask(Parameters.text(command, "taskId"), context);
                }
                if (field.getName().equals("processInstanceId") && field.getType() == String.class) {
                    return new Subject(null, Parameters.text(command, "processInstanceId"), null);
                }
            }
        }
        return Subject.NONE;
    }

    private static Subject ofTask(@Nullable String id, CommandContext context) {
        TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
        return task == null ? new Subject(id, null, null) : Subject.of(task);
    }
}
