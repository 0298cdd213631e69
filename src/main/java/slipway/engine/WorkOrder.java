package slipway.engine;

import java.util.Map;
import slipway.shared.ReleaseNumber;

/**
 * One external task as its work sees it; {@code key} is stable over retries and restarts, {@code block} is what the model
 * says of it.
 */
public record WorkOrder(String key, ReleaseNumber release, Map<String, Object> variables, Block block) {
    public WorkOrder(String key, ReleaseNumber release, Map<String, Object> variables) {
        this(key, release, variables, Block.NONE);
    }

    public <T> T get(ProcessVariable<T> variable) {
        Object value = variables.get(variable.name());
        if (!variable.type().isInstance(value)) {
            throw new TerminalFailure("work order " + key + " lacks process variable '" + variable.name() + "'");
        }
        return variable.type().cast(value);
    }
}
