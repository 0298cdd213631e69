package slipway.engine.guard;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a process may carry: ids and routing facts. */
final class Routing {
    private Routing() {}

    static Map<String, Object> checked(Map<String, Object> routing) {
        routing.forEach((name, value) -> {
            if (!(value instanceof String
                    || value instanceof Integer
                    || value instanceof Long
                    || value instanceof Boolean
                    || value instanceof Date)) {
                throw new IllegalStateException("routing fact '" + name + "' is of a type that processes do not carry");
            }
        });
        return new LinkedHashMap<>(routing);
    }
}
