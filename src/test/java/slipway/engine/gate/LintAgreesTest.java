package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import slipway.engine.Finding;

/** What the Modeler says of an element while it is drawn is what the gate says of it: the same elements, the same words. */
class LintAgreesTest {
    private static final Pattern ID = Pattern.compile("'([^']*)'$");
    private static final Set<String> RULES =
            Arrays.stream(Sentence.values()).map(Sentence::rule).collect(Collectors.toUnmodifiableSet());

    @TempDir
    Path folder;

    @Test
    void lint_and_gate_say_the_same_of_every_draft() throws IOException, InterruptedException {
        Map<String, String> drafts = drafts();
        Set<String> byGate = new HashSet<>();
        try (GenericApplicationContext beans = UnwiredBeans.context()) {
            ProcessRules gate = beans.getBean(ProcessRules.class);
            drafts.forEach((file, text) -> gate.check(file, text).stream()
                    .filter(finding -> RULES.contains(finding.rule()))
                    .forEach(finding -> byGate.add(words(finding))));
        }

        assertThat(said(drafts)).containsExactlyInAnyOrderElementsOf(byGate);
        assertThat(byGate).as("drafts that are refused").hasSizeGreaterThan(30);
    }

    @Test
    void every_sentence_is_said_of_some_draft() {
        List<String> said = new ArrayList<>();
        try (GenericApplicationContext beans = UnwiredBeans.context()) {
            ProcessRules gate = beans.getBean(ProcessRules.class);
            drafts().forEach((file, text) -> gate.check(file, text).forEach(finding -> said.add(finding.reason())));
        }
        assertThat(Sentence.values())
                .filteredOn(sentence -> said.stream()
                        .noneMatch(reason ->
                                reason.matches(Pattern.quote(sentence.text()).replace("%s", "\\E[\\s\\S]*\\Q"))))
                .isEmpty();
    }

    /** Each process model that a draft changes, and those of one odd element each. */
    private static Map<String, String> drafts() {
        Map<String, String> shipped = ModelSet.shipped().processes();
        Map<String, String> drafts = new TreeMap<>(shipped);
        Stream.of(
                        Drafts.harmful().stream().map(Drafts.Harmful::draft),
                        OwnersDrafts.harmful().stream().map(Drafts.Harmful::draft),
                        OwnersDrafts.harmless().values().stream())
                .flatMap(each -> each)
                .forEach(draft -> draft.set().processes().forEach((file, text) -> {
                    if (!text.equals(shipped.get(file))) {
                        drafts.put("draft-" + drafts.size() + ".bpmn", text);
                    }
                }));
        Stream.of(OddElements.tasks(), OddElements.extensions(), OddElements.models())
                .flatMap(each -> each)
                .forEach(model -> drafts.put("odd-" + drafts.size() + ".bpmn", model));
        return drafts;
    }

    private List<String> said(Map<String, String> drafts) throws IOException, InterruptedException {
        String plugin = folder.resolve("plugin").toString();
        node(List.of("tools/models/modeler/pack.mjs", plugin));
        List<String> command = new ArrayList<>(List.of("tools/models/modeler/say.mjs", plugin));
        for (Map.Entry<String, String> draft : drafts.entrySet()) {
            Path file = folder.resolve(draft.getKey());
            Files.createDirectories(file.getParent());
            command.add(Files.writeString(file, draft.getValue()).toString());
        }
        Path output = node(command);
        List<String> said = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode each = new ObjectMapper().readTree(line);
            String file = folder.relativize(Path.of(each.path("file").asText())).toString();
            said.add(file + " " + each.path("id").asText() + ": "
                    + each.path("message").asText() + " [" + each.path("rule").asText() + "]");
        }
        return said.stream().distinct().toList();
    }

    private Path node(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        Path output = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(output)).isZero();
        return output;
    }

    private static String words(Finding finding) {
        Matcher id = ID.matcher(finding.element());
        return finding.file() + " " + (id.find() ? id.group(1) : "") + ": " + finding.reason() + " [" + finding.rule()
                + "]";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
