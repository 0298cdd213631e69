package slipway.engine.guard;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import slipway.shared.PlainText;

/** What a refused command was about, as far as it is known. */
record Subject(
        @Nullable String task,
        @Nullable String instance,
        @Nullable String release) {
    static final Subject NONE = new Subject(null, null, null);

    /** As it may be kept and logged: whoever was refused sent it. */
    Subject coded() {
        return new Subject(quoted(task), quoted(instance), quoted(release));
    }

    private static @Nullable String quoted(@Nullable String sent) {
        return sent == null ? null : PlainText.quoted(sent);
    }

    static Subject of(TaskEntity task) {
        var instance = task.getProcessInstance();
        return new Subject(
                task.getId(), task.getProcessInstanceId(), instance == null ? null : instance.getBusinessKey());
    }
}
