package slipway.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The facts that a form shows, by their paths, and which of them nobody supplies. */
final class FormReferences {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LOOP = Pattern.compile("(?s)\\{\\{#loop\\s+([\\w.]+)\\s*}}.*?\\{\\{/loop}}");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*([a-z]\\w*(?:\\.\\w+)*)\\s*}}");
    private static final Pattern SOURCE =
            Pattern.compile("\"(?:dataSource|valuesExpression)\"\\s*:\\s*\"=\\s*([a-z]\\w*(?:\\.\\w+)*)\"");
    private static final Pattern OPTIONS = Pattern.compile("\"valuesKey\"\\s*:\\s*\"(\\w+)\"");

    private FormReferences() {}

    /** What the form shows and the facts do not hold. */
    static Set<String> missing(String form, Map<String, Object> facts) {
        // Inside a loop names are those of the row.
        String text = LOOP.matcher(text(form)).replaceAll("{{$1}}");
        Set<String> fields = keys(tree(text)).collect(Collectors.toSet());
        return Stream.of(SHOWN, SOURCE, OPTIONS)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1))
                .filter(path -> !fields.contains(path) && !holds(facts, path))
                // What is hidden while it is unknown need not be supplied.
                .filter(path -> !text.contains("=" + path.replaceFirst("^shown\\.", "") + " = null"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields of the form in which people write whatever they like, with the most characters that they may. */
    static Map<String, Integer> freeTexts(String form) {
        Map<String, Integer> fields = new TreeMap<>();
        nodes(tree(text(form)))
                .filter(node -> node.path("type").asText().startsWith("text") && node.has("key"))
                .filter(node -> node.at("/validate/maxLength").isInt()
                        && node.at("/validate/pattern").isMissingNode())
                .forEach(node -> fields.put(
                        node.path("key").asText(),
                        node.at("/validate/maxLength").asInt()));
        return fields;
    }

    /** Every form by its name. */
    static Set<String> forms() {
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            return forms.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.replace(".form", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(
                Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(FormReferences::nodes));
    }

    private static boolean holds(Map<String, Object> facts, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return facts.containsKey(path);
        }
        Object chapter = facts.get(path.substring(0, dot));
        return chapter != null
                && !tree(chapter.toString())
                        .at("/" + path.substring(dot + 1).replace('.', '/'))
                        .isMissingNode();
    }

    private static Stream<String> keys(JsonNode node) {
        return nodes(node)
                .filter(each ->
                        each.path("key").isTextual() && each.path("type").isTextual())
                .map(each -> each.path("key").asText());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static String text(String form) {
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            return Files.readString(forms.filter(file -> file.endsWith(form + ".form"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no form " + form)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
