package slipway.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
        Choices choices = Choices.of(field, shown);
        Optional<Refusal> crowded = field.multiple() ? choices.crowded(entered) : Optional.empty();
        return crowded.isPresent()
                ? crowded
                : switch (Typed.of(field, entered)) {
                    case Typed.Wrong wrong -> wrong(field, wrong.rule(), wrong.sentence());
                    // Spaces that are no spaces to Java, or line breaks alone.
                    case Typed.Value typed when Values.blank(typed.value()) -> missing(field);
                    case Typed.Value typed -> hold(field, typed.value(), choices, accepted);
                };
    }

    private static Optional<Refusal> hold(
            FormField field, Object value, Choices choices, Map<String, Object> accepted) {
        Optional<Refusal> wrong = limits(field, value, choices);
        if (wrong.isEmpty()) {
            accepted.put(field.key(), value);
        }
        return wrong;
    }

    private static Optional<Refusal> missing(FormField field) {
        return field.required() ? wrong(field, "required-field", "is required; enter it") : Optional.empty();
    }

    private static Optional<Refusal> limits(FormField field, Object value, Choices choices) {
        if (value instanceof Boolean checked) {
            boolean open = field.required() && !checked;
            return open ? wrong(field, "required-field", "must be confirmed; check it") : Optional.empty();
        }
        return switch (value) {
            case BigDecimal number -> range(field, number);
            case List<?> list -> choices.strange(list);
            case String text -> field.choice() ? choices.strange(List.of(text)) : text(field, text);
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
        if (text.length() < field.rule("minLength").asInt(0)) {
            return wrong(field, "wrong-length", "is too short; keep to the length that the form allows");
        }
        String pattern = field.rule("pattern").asText();
        return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find()
                ? Optional.empty()
                : wrong(field, "wrong-pattern", "is not of the form " + pattern + "; correct it");
    }

    static Optional<Refusal> wrong(FormField field, String rule, String sentence) {
        return Optional.of(Refusal.at(field.key(), rule, "'" + field.key() + "' " + sentence));
    }
}
