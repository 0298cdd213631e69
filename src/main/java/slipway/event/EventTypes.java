package slipway.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every event that can be logged, by its name, and how it is written and read back. */
@Component
class EventTypes {
    private final Map<String, Class<? extends Event>> types = new TreeMap<>();
    private final ObjectMapper json = ValueTypes.mapper();

    EventTypes(List<EventFamily> families) {
        families.stream().flatMap(family -> records(family.sealed())).forEach(type -> {
            if (types.put(type.getSimpleName(), type) != null) {
                throw new IllegalStateException("two events are named " + type.getSimpleName());
            }
        });
    }

    private static Stream<Class<? extends Event>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(type.asSubclass(Event.class));
    }

    Set<Class<? extends Event>> all() {
        return Set.copyOf(types.values());
    }

    String name(Class<? extends Event> type) {
        if (!type.equals(types.get(type.getSimpleName()))) {
            throw new IllegalStateException(type.getName() + " is in no family of events; register it");
        }
        return type.getSimpleName();
    }

    String body(Event event) {
        name(event.getClass());
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event " + event + " holds something that is no value", e);
        }
    }

    Event event(String name, String body) {
        Class<? extends Event> type = types.get(name);
        if (type == null) {
            throw new IllegalStateException("the log holds an event " + name + ", which this version does not know");
        }
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log's event " + name + " cannot be read: " + body, e);
        }
    }
}
