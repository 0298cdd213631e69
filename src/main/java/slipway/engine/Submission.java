package slipway.engine;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Actor;

/**
 * What a person entered, already checked against the form: only declared fields, of the declared types, required ones
 * present. Text, select, radio: String; number: BigDecimal; checkbox: Boolean; checklist, taglist: List of String;
 * date-time: OffsetDateTime.
 */
public record Submission(Actor actor, Map<String, Object> fields) {

    public String text(String field) {
        return optionalText(field)
                .orElseThrow(() -> new IllegalStateException("the form declares no required text '" + field + "'"));
    }

    /** The text without surrounding space; empty when absent or blank. */
    public Optional<String> optionalText(String field) {
        return Optional.ofNullable(fields.get(field))
                .map(value -> value.toString().strip())
                .filter(text -> !text.isEmpty());
    }

    public int integer(String field) {
        return ((Number) value(field)).intValue();
    }

    public boolean checked(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** Whether the box is checked; empty when it was left out, as forms never do. */
    public Optional<Boolean> optionalChecked(String field) {
        return Optional.ofNullable((Boolean) fields.get(field));
    }

    public OffsetDateTime dateTime(String field) {
        return (OffsetDateTime) value(field);
    }

    public Optional<OffsetDateTime> optionalDateTime(String field) {
        return Optional.ofNullable((OffsetDateTime) fields.get(field));
    }

    public List<String> list(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private Object value(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException("the form declares no required field '" + field + "'");
        }
        return value;
    }
}
