package slipway.engine.guard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import slipway.shared.PlainText;

/** The Java value of an entry, as {@link slipway.engine.Submission} promises it, or why it is none. */
sealed interface Typed {
    /** Of the type that the form asks for. */
    record Value(Object value) implements Typed {}

    /** Not of that type, or not to be taken in. */
    record Wrong(String rule, String sentence) implements Typed {}

    static Typed of(FormField field, Object entered) {
        return switch (field.type()) {
            case "textfield" ->
                entered instanceof String text ? text(PlainText.line(text, field.longest(PlainText.LINE))) : other();
            case "textarea" ->
                entered instanceof String text ? text(PlainText.lines(text, field.longest(PlainText.LINES))) : other();
            case "radio", "select" -> scalar(entered) ? new Value(entered.toString()) : other();
            case "checkbox" -> entered instanceof Boolean ? new Value(entered) : other();
            case "checklist", "taglist" -> list(entered);
            case "number" -> Numbers.of(entered);
            default -> time(field.component().path("subtype").asText(), entered);
        };
    }

    static Typed other() {
        return wrong("wrong-type", "is not of the type that the form asks for; enter it in the form");
    }

    static Typed wrong(String rule, String sentence) {
        return new Wrong(rule, sentence);
    }

    private static Typed text(PlainText.Reading reading) {
        return switch (reading) {
            case PlainText.Plain plain -> new Value(plain.text());
            case PlainText.Wrong wrong -> new Wrong(wrong.rule(), wrong.sentence());
        };
    }

    private static boolean scalar(Object entered) {
        return entered instanceof String || entered instanceof Number || entered instanceof Boolean;
    }

    private static Typed list(Object entered) {
        return entered instanceof Collection<?> items && items.stream().allMatch(item -> item != null && scalar(item))
                ? new Value(items.stream().map(Object::toString).distinct().toList())
                : other();
    }

    private static Typed time(String subtype, Object entered) {
        if (entered instanceof Date date) {
            return kept(date.toInstant().atOffset(ZoneOffset.UTC));
        }
        if (!(entered instanceof String text) || text.length() > Numbers.LONGEST) {
            return other();
        }
        return subtype.equals("time") ? text(PlainText.line(text, Numbers.LONGEST)) : moment(text.strip());
    }

    /** Java counts years that no database keeps. */
    private static Typed kept(OffsetDateTime moment) {
        return moment.getYear() >= 1 && moment.getYear() <= 9999 ? new Value(moment) : other();
    }

    private static Typed moment(String text) {
        try {
            if (!text.contains("T")) {
                return kept(LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            boolean zoned =
                    text.endsWith("Z") || text.substring(text.indexOf('T')).matches(".*[+-].*");
            return kept(
                    zoned
                            ? OffsetDateTime.parse(text)
                            : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return other();
        }
    }
}
