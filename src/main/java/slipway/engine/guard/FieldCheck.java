package slipway.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** Holds one entry against its field: present, of the type, within the limits, among the options. */
final class FieldCheck {
    private FieldCheck() {}

    static Optional<Refusal> check(
            FormField field, @Nullable Object entered, Map<String, Object> shown, Map<String, Object> accepted) {
        if (entered == null || Values.blank(entered)) {
            return missing(field);
        }
        Optional<Object> value = Typed.value(field, entered);
        if (value.isEmpty()) {
            return wrong(field, "wrong-type", "is not of the type that the form asks for; enter it in the form");
        }
        Optional<Refusal> wrong = limits(field, value.get(), shown);
        if (wrong.isEmpty()) {
            accepted.put(field.key(), value.get());
        }
        return wrong;
    }

    private static Optional<Refusal> missing(FormField field) {
        return field.required() ? wrong(field, "required-field", "is required; enter it") : Optional.empty();
    }

    private static Optional<Refusal> limits(FormField field, Object value, Map<String, Object> shown) {
        if (value instanceof Boolean checked) {
            boolean open = field.required() && !checked;
            return open ? wrong(field, "required-field", "must be confirmed; check it") : Optional.empty();
        }
        return switch (value) {
            case BigDecimal number -> range(field, number);
            case List<?> list -> options(field, list, shown);
            case String text -> field.choice() ? options(field, List.of(text), shown) : text(field, text);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> range(FormField field, BigDecimal number) {
        JsonNode digits = field.component().path("decimalDigits");
        if (digits.isInt() && number.stripTrailingZeros().scale() > digits.asInt()) {
            return wrong(field, "out-of-range", "has at most " + digits.asInt() + " decimal digits; round it");
        }
        Optional<BigDecimal> min = bound(field, "min");
        Optional<BigDecimal> max = bound(field, "max");
        boolean outside = min.filter(bound -> number.compareTo(bound) < 0).isPresent()
                || max.filter(bound -> number.compareTo(bound) > 0).isPresent();
        return outside
                ? wrong(
                        field,
                        "out-of-range",
                        "must lie between " + min.map(Object::toString).orElse("any") + " and "
                                + max.map(Object::toString).orElse("any") + "; correct it")
                : Optional.empty();
    }

    private static Optional<BigDecimal> bound(FormField field, String name) {
        JsonNode bound = field.rule(name);
        return bound.isMissingNode() || bound.asText().isBlank()
                ? Optional.empty()
                : Optional.of(new BigDecimal(bound.asText()));
    }

    private static Optional<Refusal> text(FormField field, String text) {
        if (text.length() < field.rule("minLength").asInt(0)
                || text.length() > field.rule("maxLength").asInt(Integer.MAX_VALUE)) {
            return wrong(field, "wrong-length", "is too short or too long; keep to the length that the form allows");
        }
        String pattern = field.rule("pattern").asText();
        return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find()
                ? Optional.empty()
                : wrong(field, "wrong-pattern", "is not of the form " + pattern + "; correct it");
    }

    private static Optional<Refusal> options(FormField field, List<?> chosen, Map<String, Object> shown) {
        Set<String> offered = offered(field, shown);
        List<Object> unknown = new ArrayList<>(chosen);
        unknown.removeIf(value -> offered.contains(value.toString()));
        return unknown.isEmpty()
                ? Optional.empty()
                : wrong(
                        field,
                        "unknown-option",
                        "does not offer " + unknown.getFirst() + "; choose one that is offered");
    }

    private static Set<String> offered(FormField field, Map<String, Object> shown) {
        String key = field.component().path("valuesKey").asText();
        JsonNode options = key.isEmpty() ? field.component().path("values") : Values.JSON.valueToTree(shown.get(key));
        List<JsonNode> each = new ArrayList<>();
        options.forEach(each::add);
        return each.stream()
                .map(option -> option.isObject() ? option.path("value").asText() : option.asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Refusal> wrong(FormField field, String rule, String sentence) {
        return Optional.of(Refusal.at(field.key(), rule, "'" + field.key() + "' " + sentence));
    }
}
