package slipway.engine;

import java.util.Map;
import slipway.shared.ReleaseNumber;

/** One external task as its work sees it; {@code key} is stable over retries and restarts. */
public record WorkOrder(String key, ReleaseNumber release, Map<String, Object> variables) {

    public <T> T get(ProcessVariable<T> variable) {
        Object value = variables.get(variable.name());
        if (!variable.type().isInstance(value)) {
            throw new TerminalFailure("work order " + key + " lacks process variable '" + variable.name() + "'");
        }
        return variable.type().cast(value);
    }
}
