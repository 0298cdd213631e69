package slipway.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/** A form as deployed; it alone says which entries there are. */
final class Form {
    private final List<FormField> fields = new ArrayList<>();
    private final Set<String> computed = new HashSet<>();
    private final BiPredicate<String, Map<String, Object>> condition;

    private Form(BiPredicate<String, Map<String, Object>> condition) {
        this.condition = condition;
    }

    /** A condition is told by its expression and all values that the browser knows. */
    static Form read(InputStream in, BiPredicate<String, Map<String, Object>> condition) throws IOException {
        Form form = new Form(condition);
        form.collect(Values.JSON.readTree(in), List.of());
        return form;
    }

    private void collect(JsonNode parent, List<String> outer) {
        for (JsonNode component : parent.path("components")) {
            List<String> hides = hides(component, outer);
            String type = component.path("type").asText();
            if (!component.path("path").asText().isEmpty() || type.equals("dynamiclist")) {
                throw new IllegalStateException("forms with nested paths are not supported: component "
                        + component.path("id").asText());
            } else if (FormField.isInput(type)) {
                fields.add(new FormField(component.path("key").asText(), type, component, hides));
            } else if (type.equals("expression")) {
                computed.add(component.path("key").asText());
            }
            collect(component, hides);
        }
    }

    private static List<String> hides(JsonNode component, List<String> outer) {
        String hide = component.path("conditional").path("hide").asText();
        if (hide.isEmpty()) {
            return outer;
        }
        List<String> all = new ArrayList<>(outer);
        all.add(hide);
        return List.copyOf(all);
    }

    Entries check(Map<String, Object> entered, Map<String, Object> facts, Map<String, Object> variables) {
        Map<String, Object> shown = new HashMap<>(variables);
        shown.putAll(facts);
        Optional<Refusal> stranger = entered.keySet().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.key().equals(key)))
                .filter(key -> !computed.contains(key) && !unchanged(key, entered, shown))
                .findFirst()
                .map(PlainText::quoted)
                .map(key -> Refusal.at(
                        key, "undeclared-field", "the form has no field '" + key + "'; send what the form asks for"));
        return stranger.<Entries>map(Entries.Wrong::new).orElseGet(() -> checkFields(entered, shown));
    }

    private Entries checkFields(Map<String, Object> entered, Map<String, Object> shown) {
        Map<String, Object> known = new HashMap<>(shown);
        fields.forEach(field -> known.put(field.key(), entered.get(field.key())));
        Map<String, Object> accepted = new LinkedHashMap<>();
        for (FormField field : fields) {
            Optional<Refusal> wrong = field.settled()
                    ? settled(field, entered, shown)
                    : hidden(field, known)
                            ? Optional.empty()
                            : FieldCheck.check(field, entered.get(field.key()), shown, accepted);
            if (wrong.isPresent()) {
                return new Entries.Wrong(wrong.get());
            }
        }
        return new Entries.Checked(Map.copyOf(accepted));
    }

    private boolean hidden(FormField field, Map<String, Object> known) {
        return field.hides().stream().anyMatch(hide -> condition.test(hide, known));
    }

    private static Optional<Refusal> settled(FormField field, Map<String, Object> entered, Map<String, Object> shown) {
        Object value = entered.get(field.key());
        return Values.blank(value) || unchanged(field.key(), entered, shown) || shownDefault(field, value)
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        field.key(), "read-only-field", "'" + field.key() + "' is only shown; leave it as it is"));
    }

    private static boolean shownDefault(FormField field, @Nullable Object value) {
        return Boolean.FALSE.equals(value) || Values.same(field.component().get("defaultValue"), value);
    }

    private static boolean unchanged(String key, Map<String, Object> entered, Map<String, Object> shown) {
        return shown.containsKey(key) && Values.same(shown.get(key), entered.get(key));
    }
}
