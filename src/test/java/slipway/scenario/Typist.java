package slipway.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.testing.HostileTexts;

/**
 * Told so, types sixty hostile texts into every field in which people write whatever they like, after what they mean to
 * say or in its place, and remembers what forms showed to people.
 */
@Component
class Typist {
    /** What is not free after all: people, names, tables and whole inventories. */
    static final Set<String> NOT_FREE = Set.of("account", "incident", "inventory", "version", "waves");

    /** Characters of a field of several lines, in which whatever is said means nothing else. */
    private static final int A_REMARK = 2000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = String.join("\n", HostileTexts.ALL);
    private static final String LINE = "**Now** <b>go</b> [x](https://evil.example/) &amp; {{now}} =1+1";

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final StringBuilder read = new StringBuilder();
    private boolean hostile;

    void begin() {
        typed.clear();
        read.setLength(0);
        hostile = true;
    }

    void end() {
        hostile = false;
    }

    /** What was typed into each field, as form.field. */
    Map<String, String> typed() {
        return typed;
    }

    /** What stands in a field of whoever meant to say that: exactly that, unless it was typed over. */
    String said(String form, String field, String meant) {
        return hostile ? Objects.requireNonNull(typed.get(form + "." + field)) : meant;
    }

    /** All that forms showed since it began. */
    String read() {
        return read.toString();
    }

    Map<String, Object> types(String form, Map<String, Object> entries) {
        Map<String, Object> all = new HashMap<>(entries);
        if (hostile) {
            FormReferences.freeTexts(form).forEach((field, most) -> {
                if (!NOT_FREE.contains(field) && (entries.containsKey(field) || most >= A_REMARK)) {
                    String text = text(all.get(field), form + "." + field, most);
                    all.put(field, text);
                    typed.put(form + "." + field, Normalizer.normalize(text, Normalizer.Form.NFC));
                }
            });
        }
        return all;
    }

    private static String text(@Nullable Object meant, String field, int most) {
        String begins = (meant == null ? "" : meant + " ") + field;
        return most < A_REMARK ? begins + " " + LINE : begins + "\n" + LINES;
    }

    void reads(Map<String, Object> facts) {
        if (hostile) {
            facts.forEach((name, value) -> {
                // The same facts once more, for running text.
                if (!name.equals("shown") && value != null) {
                    leaves(value.toString());
                }
            });
        }
    }

    private void leaves(String value) {
        if (!value.startsWith("{") && !value.startsWith("[")) {
            read.append(value).append('\n');
            return;
        }
        try {
            leaves(JSON.readTree(value));
        } catch (JsonProcessingException e) {
            read.append(value).append('\n');
        }
    }

    private void leaves(JsonNode node) {
        if (node.isTextual()) {
            read.append(node.asText()).append('\n');
        }
        node.forEach(this::leaves);
    }

    /** Every field of every form that is free. */
    static Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        FormReferences.forms()
                .forEach(form -> FormReferences.freeTexts(form).keySet().stream()
                        .filter(field -> !NOT_FREE.contains(field))
                        .forEach(field -> fields.add(form + "." + field)));
        return fields;
    }
}
