package slipway.engine.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Turns what the doors hand over into plain values: JSON is read as a tree, nothing is ever deserialised to objects. */
final class Values {
    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Values() {}

    static Map<String, Object> plain(@Nullable Object variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (variables instanceof VariableMap typed) {
            typed.keySet().forEach(name -> put(plain, name, typed.getValueTyped(name)));
        } else if (variables instanceof Map<?, ?> map) {
            map.forEach((name, value) -> put(plain, String.valueOf(name), value));
        }
        return plain;
    }

    private static void put(Map<String, Object> plain, String name, @Nullable Object value) {
        Object bare = bare(value);
        if (bare != null) {
            plain.put(name, bare);
        }
    }

    private static @Nullable Object bare(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SerializableValue serialised -> tree(serialised);
            case FileValue file -> file;
            case TypedValue typed -> typed.getValue();
            case Date date -> date;
            default -> value;
        };
    }

    private static @Nullable Object tree(SerializableValue value) {
        String text = value.getValueSerialized();
        if (text == null) {
            return value.isDeserialized() ? value.getValue() : null;
        }
        try {
            return JSON.convertValue(JSON.readTree(text), Object.class);
        } catch (JsonProcessingException noJson) {
            return value;
        }
    }

    /** Whether a value came back as it was shown. */
    static boolean same(@Nullable Object shown, @Nullable Object entered) {
        return normal(shown).equals(normal(entered));
    }

    private static JsonNode normal(@Nullable Object value) {
        return value instanceof Number
                        && Numbers.of(value) instanceof Typed.Value typed
                        && typed.value() instanceof BigDecimal number
                ? JSON.getNodeFactory().textNode(number.stripTrailingZeros().toPlainString())
                : JSON.valueToTree(value);
    }

    static boolean blank(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> list && list.isEmpty());
    }
}
