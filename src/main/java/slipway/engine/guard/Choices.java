package slipway.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/** What a field offers, from the form or from the facts shown on it. */
record Choices(FormField field, Set<String> offered) {

    static Choices of(FormField field, Map<String, Object> shown) {
        String key = field.component().path("valuesKey").asText();
        JsonNode options = key.isEmpty() ? field.component().path("values") : Values.JSON.valueToTree(shown.get(key));
        return new Choices(
                field,
                StreamSupport.stream(options.spliterator(), false)
                        .map(option -> option.isObject() ? option.path("value").asText() : option.asText())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Counted before a single item is looked at. */
    Optional<Refusal> crowded(Object entered) {
        return entered instanceof Collection<?> items && items.size() > offered.size()
                ? FieldCheck.wrong(field, "too-many-options", "chooses more than is offered; choose each once")
                : Optional.empty();
    }

    Optional<Refusal> strange(List<?> chosen) {
        return chosen.stream()
                .filter(value -> !offered.contains(value.toString()))
                .findFirst()
                .flatMap(value -> FieldCheck.wrong(
                        field,
                        "unknown-option",
                        "does not offer " + PlainText.quoted(value) + "; choose one that is offered"));
    }
}
