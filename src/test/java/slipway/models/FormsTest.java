package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipway.engine.RequiredField;

class FormsTest {
    /** What form-js 1.8.7, the renderer of Tasklist, shows; anything newer breaks the whole form there. */
    private static final Set<String> RENDERED = Set.of(
            "text",
            "textfield",
            "number",
            "textarea",
            "checkbox",
            "radio",
            "checklist",
            "taglist",
            "select",
            "datetime",
            "table",
            "group",
            "expression",
            "html",
            "image",
            "separator",
            "spacer");

    private static final Set<String> DISPLAY = Set.of("text", "table", "group", "html", "image", "separator", "spacer");

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_named_like_its_file_and_made_for_this_engine(Path file) throws IOException {
        JsonNode form = read(file);
        assertThat(form.path("id").asText()).isEqualTo(ModelFiles.name(file));
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isBetween(1, 16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_uses_only_what_tasklist_renders(Path file) throws IOException {
        List<JsonNode> components = components(file);
        assertThat(components)
                .extracting(component -> component.path("type").asText())
                .isSubsetOf(RENDERED);
        assertThat(ModelFiles.text(file)).doesNotContain("{{else}}", "<iframe", "://");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void ids_and_keys_are_unique_and_every_field_explains_itself(Path file) throws IOException {
        List<JsonNode> components = components(file);
        assertThat(components)
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(fields(file))
                .extracting(FormsTest::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z][A-Za-z0-9]*"));
        assertThat(fields(file))
                .allSatisfy(field -> assertThat(field.path("label").asText()
                                + field.path("dateLabel").asText())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_text_that_a_person_enters_has_a_limit(Path file) throws IOException {
        assertThat(fields(file))
                .filteredOn(field -> field.path("type").asText().startsWith("text"))
                .filteredOn(field -> !field.path("readonly").asBoolean())
                .allSatisfy(field ->
                        assertThat(field.at("/validate/maxLength").asInt()).isBetween(1, 500_000));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_begins_with_what_is_asked_and_about_which_release(Path file) throws IOException {
        String first = read(file).at("/components/0/text").asText();
        assertThat(first).startsWith("## ");
        // Whoever starts something is shown nothing yet.
        boolean starts = ModelFiles.name(file).equals("start-release") || file.startsWith("forms/interruption");
        if (!starts) {
            assertThat(first)
                    .containsPattern("\\{\\{shown\\.(scope\\.)?number}}")
                    .containsPattern("\\{\\{shown\\.(scope\\.)?title}}");
        }
    }

    @Test
    void there_is_a_form_for_each_contract_and_a_contract_for_each_form() {
        assertThat(forms().map(ModelFiles::name))
                .containsExactlyInAnyOrderElementsOf(FormContract.fields().keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_has_exactly_the_fields_that_its_bean_reads(Path file) throws IOException {
        List<String> fields = fields(file).stream()
                .map(field -> key(field) + (RequiredField.is(field) ? "*" : ""))
                .toList();
        assertThat(fields)
                .containsExactlyInAnyOrderElementsOf(FormContract.fields().get(ModelFiles.name(file)));
    }

    private static Stream<Path> forms() {
        return ModelFiles.forms().stream();
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static List<JsonNode> fields(Path file) throws IOException {
        return components(file).stream()
                .filter(component -> !DISPLAY.contains(component.path("type").asText()))
                .toList();
    }

    private static List<JsonNode> components(Path file) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        collect(read(file), found);
        return found;
    }

    private static void collect(JsonNode parent, List<JsonNode> found) {
        StreamSupport.stream(parent.path("components").spliterator(), false).forEach(child -> {
            found.add(child);
            collect(child, found);
        });
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
