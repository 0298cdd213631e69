package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.Finding;
import slipway.engine.SystemScope;
import slipway.testing.PastTheGate;
import slipway.testing.ProcessTest;
import slipway.testing.TinyModels;

@ProcessTest
class ModelGateTest {
    private static final String TASK = "<bpmn:serviceTask id=\"Task\" camunda:delegateExpression=\"${failsForGood}\"/>";

    @Autowired
    ModelGate gate;

    @Autowired
    ShippedModels shipped;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    List<String> before = List.of();

    @BeforeEach
    void remember() {
        before = deployments();
    }

    @AfterEach
    void clear() {
        SystemScope.run(() -> deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true)));
    }

    @Test
    void a_plain_model_enters_together_with_its_tables_and_forms() {
        Entry entry = gate.enter(
                ModelSet.of(Map.of(
                        "bpmn/a/tiny.bpmn", TinyModels.oneTask("TinyGate", TASK),
                        "dmn/a/tiny-gate.dmn", TinyModels.table("tiny-gate", ""),
                        "forms/a/tiny.form", "{\"id\":\"tiny\",\"type\":\"default\",\"components\":[]}")),
                "three",
                "test");

        assertThat(entry)
                .isInstanceOfSatisfying(
                        Entry.Entered.class,
                        entered -> assertThat(repository.getDeploymentResourceNames(entered.deployment()))
                                .hasSize(3));
    }

    @ParameterizedTest
    @MethodSource("slipway.engine.gate.OddElements#tasks")
    void a_task_that_could_run_code_or_that_leads_nowhere_is_refused(String model) {
        assertThat(check(model)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("slipway.engine.gate.OddElements#extensions")
    void an_extension_that_could_run_code_or_that_names_nobody_is_refused(String model) {
        assertThat(check(model)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${accepted} | true",
                "${!accepted} | true",
                "${goNoGo == 'REPLAN'} | true",
                "${sites > 3 && ready} | true",
                "${execution.setVariable('a', 1)} | false",
                "${''.getClass()} | false",
                "${a == b.c()} | false",
                "${a}${b.c()} | false",
                "#{bean.run()} | false",
                "${a == 'x' ? b.c() : d} | false",
            })
    void conditions_are_plain_comparisons(String condition, boolean allowed) {
        String escaped = condition.replace("&", "&amp;").replace("<", "&lt;");
        String flow = TinyModels.oneTask("Tiny", TASK)
                .replace(
                        "sourceRef=\"Start\" targetRef=\"Task\"/>",
                        "sourceRef=\"Start\" targetRef=\"Task\"><bpmn:conditionExpression"
                                + " xsi:type=\"bpmn:tFormalExpression\">" + escaped
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>");

        assertThat(check(flow).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void a_model_without_time_to_live_is_refused() {
        String model = TinyModels.oneTask("Tiny", TASK).replace("camunda:historyTimeToLive=\"P1D\"", "");

        assertThat(check(model)).extracting(Finding::rule).containsExactly("time-to-live");
    }

    @Test
    void a_document_type_is_refused() {
        String model = TinyModels.oneTask("Tiny", TASK).replace("?>", "?><!DOCTYPE x SYSTEM \"file:///etc/passwd\">");

        assertThat(check(model)).extracting(Finding::rule).containsExactly("readable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void a_table_in_another_language_than_feel_is_refused(String language) {
        String table = TinyModels.table("tiny-gate", "expressionLanguage=\"" + language + "\"");

        assertThat(gate.check(ModelSet.of(Map.of("t.dmn", table))))
                .extracting(Finding::rule)
                .containsExactly("feel-only");
    }

    @Test
    void a_form_with_an_unknown_component_is_refused() {
        String form = "{\"id\":\"f\",\"components\":[{\"type\":\"group\",\"components\":[{\"type\":\"iframe\"}]}]}";

        assertThat(gate.check(ModelSet.of(Map.of("f.form", form))))
                .extracting(Finding::rule)
                .containsExactly("form-components");
    }

    @Test
    void a_table_that_answers_otherwise_than_is_expected_of_it_does_not_enter() {
        String expected = "dmn/rollout/wave-threshold.csv";
        Map<String, String> files = new TreeMap<>(ModelSet.shipped().files());
        files.computeIfPresent(expected, (file, content) -> content.replace("MINOR,false,20,", "MINOR,false,21,"));

        assertThat(gate.check(ModelSet.of(files))).extracting(Finding::rule).containsExactly("answers-as-expected");
    }

    @Test
    void what_a_model_refers_to_comes_with_it() {
        assertThat(check(TinyModels.oneTask("Tiny", """
                        <bpmn:businessRuleTask id="Task" camunda:decisionRef="nowhere"
                            camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry"
                            camunda:resultVariable="y"/>
                        """)))
                .extracting(Finding::rule)
                .containsExactly("refers-to");
    }

    @Test
    void all_findings_are_listed_together_and_nothing_enters() {
        Entry entry = gate.enter(
                ModelSet.of(Map.of(
                        "a.bpmn", TinyModels.oneTask("A", "<bpmn:serviceTask id='Task' camunda:class='x'/>"),
                        "b.bpmn", TinyModels.oneTask("B", TASK),
                        "evil.groovy", "1")),
                "bad",
                "test");

        assertThat(entry)
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::toString)
                                .anyMatch(text -> text.startsWith("a.bpmn, serviceTask 'Task': "))
                                .anyMatch(text -> text.startsWith("evil.groovy, ")));
        assertThat(deployments()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void what_is_shipped_enters_once_and_again_when_it_changed_and_nobody_else_deployed() {
        ModelSet first = ModelSet.of(Map.of("a.bpmn", TinyModels.oneTask("TinyGate", TASK)));
        ModelSet second = ModelSet.of(Map.of("a.bpmn", TinyModels.oneTask("TinyGate", TASK + "<!-- newer -->")));
        ModelSet third = ModelSet.of(Map.of("a.bpmn", TinyModels.oneTask("TinyGate", TASK + "<!-- newest -->")));

        gate.enter(third, "so far", ShippedModels.SOURCE);
        assertThat(shipped.ship(first)).isTrue();
        assertThat(shipped.ship(first)).isFalse();
        assertThat(shipped.ship(second)).isTrue();
        gate.enter(first, "changed here", "modelling");
        assertThat(shipped.ship(third)).isFalse();
    }

    @Test
    void a_build_that_ships_refused_models_does_not_start() {
        assertThatThrownBy(() -> shipped.ship(ModelSet.of(Map.of("x.bpmn", "nonsense"))))
                .hasMessageContaining("x.bpmn, file: is not well-formed XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "python", "ruby", "juel"})
    void no_script_runs_even_past_the_gate(String language) {
        PastTheGate.deploy(repository, Map.of("s.bpmn", TinyModels.oneTask("TinyScript", """
                        <bpmn:scriptTask id="Task" scriptFormat="%s"><bpmn:script>1</bpmn:script></bpmn:scriptTask>
                        """.formatted(language))));

        assertThatThrownBy(() -> SystemScope.call(() -> runtime.startProcessInstanceByKey("TinyScript")))
                .hasStackTraceContaining("runs no scripts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript"})
    void no_table_evaluates_anything_but_feel_even_past_the_gate(String language) {
        PastTheGate.deploy(
                repository,
                Map.of(
                        "s.bpmn",
                        TinyModels.oneTask("TinyTable", """
                        <bpmn:businessRuleTask id="Task" camunda:decisionRef="tiny-gate"
                            camunda:decisionRefBinding="deployment"/>
                        """),
                        "t.dmn",
                        TinyModels.table("tiny-gate", "expressionLanguage=\"" + language + "\"")));

        assertThatThrownBy(() -> SystemScope.call(() -> runtime.startProcessInstanceByKey("TinyTable", Map.of("x", 1))))
                .isInstanceOf(RuntimeException.class)
                .satisfies(refused -> assertThat(refused)
                        .hasStackTraceContaining(language.equals("juel") ? "written in FEEL" : "runs no scripts"));
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private List<Finding> check(String model) {
        return gate.check(ModelSet.of(Map.of("tiny.bpmn", model)));
    }
}
