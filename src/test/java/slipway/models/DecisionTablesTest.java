package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipway.rollout.Threshold;

class DecisionTablesTest {
    private static final List<String> TYPES = List.of("MINOR", "MAJOR", "EMERGENCY");
    private static final List<String> IMPACTS = List.of("LOW", "MEDIUM", "HIGH");

    private final Set<String> hits = new HashSet<>();
    private final DmnEngine engine = engine();

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_is_one_decision_with_the_name_of_its_file_a_time_to_live_and_reasons(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId()).isEqualTo(ModelFiles.name(file));
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
            assertThat(decision.getVersionTag()).isNotBlank();
        });
        assertThat(model.getModelElementsByType(Rule.class))
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
        assertThat(ModelFiles.text(file)).contains("dmnElementRef=\"" + ModelFiles.name(file) + "\"");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_answers_every_combination_of_its_inputs_and_uses_every_rule(Path file) {
        for (Map<String, Object> inputs : combinations(ModelFiles.name(file))) {
            assertThat(decide(ModelFiles.name(file), inputs)).as("%s", inputs).isNotEmpty();
        }
        assertThat(hits).isEqualTo(rules(file));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void what_is_expected_of_a_table_stands_beside_it_and_uses_every_rule(Path file) throws IOException {
        Path expected = file.resolveSibling(ModelFiles.name(file) + ".csv");
        assertThat(expected).isNotEmptyFile();
        Map<String, String> types =
                Dmn.readModelFromFile(file.toFile()).getModelElementsByType(InputExpression.class).stream()
                        .collect(Collectors.toMap(
                                input -> input.getText().getTextContent(), InputExpression::getTypeRef));
        try (CSVParser cases = CSVParser.parse(
                expected,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord each : cases) {
                Map<String, Object> inputs = new HashMap<>();
                types.forEach((name, type) -> inputs.put(name, value(type, each.get(name))));
                decide(ModelFiles.name(file), inputs);
            }
        }
        assertThat(hits).as("rules that some case uses").isEqualTo(rules(file));
    }

    private static Object value(String type, String cell) {
        return switch (type) {
            case "boolean" -> Boolean.valueOf(cell);
            case "integer" -> Integer.valueOf(cell);
            default -> cell;
        };
    }

    private static Set<String> rules(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .collect(Collectors.toSet());
    }

    @Test
    void every_threshold_that_the_table_gives_can_be_read() {
        for (Map<String, Object> inputs : combinations("wave-threshold")) {
            assertThat(decide("wave-threshold", inputs))
                    .singleElement()
                    .satisfies(row -> assertThat(Threshold.read(
                                    row.get("thresholdPercent"), row.get("maxFailed"), row.get("failedInARow")))
                            .isPresent());
        }
    }

    @Test
    void a_percentage_of_a_table_may_have_a_fraction_and_what_cannot_be_read_breaks_nothing_off() {
        assertThat(changed("<text>20</text>", "<text>12.5</text>"))
                .containsEntry("thresholdPercent", 12.5)
                .containsEntry("maxFailed", 5L);
        assertThat(changed("<text>5</text>", "<text>\"many\"</text>")).containsEntry("maxFailed", "many");
        assertThat(changed("<text>5</text>", "<text></text>")).doesNotContainKey("maxFailed");
    }

    private Map<String, Object> changed(String from, String to) {
        String table = ModelFiles.text(file("wave-threshold")).replaceFirst(from, to);
        DmnDecision decision = engine.parseDecision(
                "wave-threshold", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        return engine.evaluateDecisionTable(decision, Map.of("releaseType", "MINOR", "pilot", false))
                .getSingleResult()
                .getEntryMap();
    }

    private static Stream<Path> tables() {
        return ModelFiles.decisions().stream();
    }

    private static List<Map<String, Object>> combinations(String table) {
        Stream<String> types = Stream.concat(TYPES.stream(), Stream.of("NOVEL"));
        return switch (table) {
            case "release-type" ->
                Stream.of(true, false)
                        .flatMap(urgent -> Stream.concat(IMPACTS.stream(), Stream.of("NOVEL"))
                                .map(impact -> Map.<String, Object>of("urgent", urgent, "highestImpact", impact)))
                        .toList();
            case "wave-strategy" ->
                types.flatMap(type -> Stream.of(0, 1, 10, 11, 100, 101)
                                .map(sites -> Map.<String, Object>of("releaseType", type, "siteCount", sites)))
                        .toList();
            case "wave-threshold" ->
                types.flatMap(type -> Stream.of(true, false)
                                .map(pilot -> Map.<String, Object>of("releaseType", type, "pilot", pilot)))
                        .toList();
            case "required-approvals" ->
                types.map(type -> Map.<String, Object>of("releaseType", type)).toList();
            default -> throw new IllegalArgumentException("no inputs are listed for the table " + table);
        };
    }

    private List<Map<String, Object>> decide(String table, Map<String, Object> inputs) {
        DmnDecision decision =
                engine.parseDecision(table, Dmn.readModelFromFile(file(table).toFile()));
        return engine.evaluateDecisionTable(decision, new HashMap<>(inputs)).getResultList();
    }

    private static Path file(String table) {
        return ModelFiles.decisions().stream()
                .filter(candidate -> ModelFiles.name(candidate).equals(table))
                .findFirst()
                .orElseThrow();
    }

    private DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(rule -> hits.add(rule.getId())));
        return configuration.buildEngine();
    }
}
