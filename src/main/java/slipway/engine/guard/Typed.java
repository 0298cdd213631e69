package slipway.engine.guard;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;

/** The Java type of an entry, as {@link slipway.engine.Submission} promises it; empty when it is none. */
final class Typed {
    private Typed() {}

    static Optional<Object> value(FormField field, Object entered) {
        return switch (field.type()) {
            case "textfield", "textarea" -> entered instanceof String text ? Optional.of(text) : Optional.empty();
            case "radio", "select" -> scalar(entered);
            case "checkbox" -> entered instanceof Boolean checked ? Optional.of(checked) : Optional.empty();
            case "checklist", "taglist" -> list(entered);
            case "number" -> number(entered);
            default -> time(field.component().path("subtype").asText(), entered);
        };
    }

    private static Optional<Object> scalar(Object entered) {
        return entered instanceof String || entered instanceof Number || entered instanceof Boolean
                ? Optional.of(entered.toString())
                : Optional.empty();
    }

    private static Optional<Object> list(Object entered) {
        return entered instanceof Collection<?> items
                        && items.stream()
                                .allMatch(item -> item != null && scalar(item).isPresent())
                ? Optional.of(items.stream().map(Object::toString).distinct().toList())
                : Optional.empty();
    }

    private static Optional<Object> number(Object entered) {
        try {
            return entered instanceof Number || entered instanceof String
                    ? Optional.of(new BigDecimal(entered.toString().strip()))
                    : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<Object> time(String subtype, Object entered) {
        if (entered instanceof Date date) {
            return Optional.of(date.toInstant().atOffset(ZoneOffset.UTC));
        }
        if (!(entered instanceof String text)) {
            return Optional.empty();
        }
        return subtype.equals("time") ? Optional.of(text) : moment(text.strip());
    }

    private static Optional<Object> moment(String text) {
        try {
            if (!text.contains("T")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            boolean zoned =
                    text.endsWith("Z") || text.substring(text.indexOf('T')).matches(".*[+-].*");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text)
                            : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
