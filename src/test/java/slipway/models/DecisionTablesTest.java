package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        Set<String> rules = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .collect(Collectors.toSet());
        assertThat(hits).isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  HIGH,   EMERGENCY",
        "true,  LOW,    EMERGENCY",
        "false, HIGH,   MAJOR",
        "false, MEDIUM, MINOR",
        "false, LOW,    MINOR",
        "false, NOVEL,  MAJOR",
    })
    void the_type_follows_from_urgency_and_impact(boolean urgent, String impact, String type) {
        assertThat(decide("release-type", Map.of("urgent", urgent, "highestImpact", impact)))
                .containsExactly(Map.of("releaseType", type));
    }

    @Test
    void every_type_passes_every_gate() {
        for (String type : List.of("MINOR", "MAJOR", "EMERGENCY", "NOVEL")) {
            assertThat(decide("required-approvals", Map.of("releaseType", type)).stream()
                            .collect(Collectors.toMap(row -> row.get("gate"), row -> row.get("groupId"))))
                    .containsOnly(
                            entry("PLAN_BASELINE", "change-manager"),
                            entry("TEST_VERDICT", "test-manager"),
                            entry("BUSINESS_ACCEPTANCE", "service-owner"),
                            entry("GO_LIVE", "change-manager"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, 3, 1, 5",
        "MINOR, 10, 1, 5",
        "MINOR, 11, 2, 10",
        "MINOR, 101, 5, 50",
        "MAJOR, 3, 1, 2",
        "MAJOR, 11, 2, 5",
        "EMERGENCY, 3, 1, 50",
        "NOVEL, 3, 1, 1"
    })
    void waves_grow_with_the_sites_and_shrink_with_the_risk(String type, int sites, int pilots, int perWave) {
        assertThat(decide("wave-strategy", Map.of("releaseType", type, "siteCount", sites)))
                .containsExactly(Map.of("pilotSites", pilots, "sitesPerWave", perWave));
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, false, 'more than 20 % of its sites failed, or more than 5 sites failed, or 3 sites failed one after"
                + " another'",
        "MAJOR, false, 'more than 10 % of its sites failed, or more than 2 sites failed, or 2 sites failed one after"
                + " another'",
        "EMERGENCY, false, more than 0 % of its sites failed",
        "NOVEL, false, more than 0 % of its sites failed",
        "MINOR, true, a site failed",
        "MAJOR, true, a site failed",
        "EMERGENCY, true, a site failed",
        "NOVEL, true, a site failed"
    })
    void a_pilot_and_an_unknown_type_stop_at_the_first_failed_site(String type, boolean pilot, String stopsWhen) {
        assertThat(decide("wave-threshold", Map.of("releaseType", type, "pilot", pilot)))
                .singleElement()
                .satisfies(row -> assertThat(Threshold.read(
                                row.get("thresholdPercent"), row.get("maxFailed"), row.get("failedInARow")))
                        .hasValueSatisfying(
                                threshold -> assertThat(threshold.words()).isEqualTo(stopsWhen)));
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
