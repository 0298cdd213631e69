package slipway.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipway.shared.ReleaseNumber;

/**
 * Where a user task stands: its release (the business key; none on a start form), its key in the model, the process
 * variables it sees and what the model says of it.
 */
public record TaskContext(
        @Nullable String businessKey, String taskId, String taskKey, Map<String, Object> variables, Block block) {

    public TaskContext(@Nullable String businessKey, String taskId, String taskKey, Map<String, Object> variables) {
        this(businessKey, taskId, taskKey, variables, Block.NONE);
    }

    public ReleaseNumber release() {
        if (businessKey == null) {
            throw new IllegalStateException("task " + taskKey + " has no business key");
        }
        return new ReleaseNumber(businessKey);
    }

    public <T> T get(ProcessVariable<T> variable) {
        Object value = variables.get(variable.name());
        if (!variable.type().isInstance(value)) {
            throw new IllegalStateException("task " + taskKey + " lacks process variable '" + variable.name() + "'");
        }
        return variable.type().cast(value);
    }
}
