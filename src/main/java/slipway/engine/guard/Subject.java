package slipway.engine.guard;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** What a refused command was about, as far as it is known. */
record Subject(
        @Nullable String task,
        @Nullable String instance,
        @Nullable String release) {
    static final Subject NONE = new Subject(null, null, null);

    static Subject of(TaskEntity task) {
        var instance = task.getProcessInstance();
        return new Subject(
                task.getId(), task.getProcessInstanceId(), instance == null ? null : instance.getBusinessKey());
    }
}
