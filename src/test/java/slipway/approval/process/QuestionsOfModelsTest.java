package slipway.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Field;
import slipway.engine.DrawnModels.PersonTask;
import slipway.engine.Finding;
import slipway.engine.gate.ModelSet;

class QuestionsOfModelsTest {
    /** What a condition reads, a call passes on, or a table gives. */
    private static final Pattern FACT =
            Pattern.compile("(?:\\$\\{!?\\s*|(?:source|target|resultVariable)=\")([a-z]\\w*)");

    private static final DrawnForm FORM = new DrawnForm(
            "f.form",
            "weigh-risk",
            Map.of(
                    "risk", new Field("radio", Set.of("LOW", "HIGH"), true),
                    "place", new Field("select", Set.of("HERE"), true),
                    "likely", new Field("checkbox", Set.of(), false),
                    "maybe", new Field("radio", Set.of("LOW", "HIGH"), false),
                    "offered", new Field("select", Set.of(), true),
                    "hidden", new Field("radio", Set.of("LOW", "HIGH"), true, false),
                    "locked", new Field("checkbox", Set.of(), false, false),
                    "words", new Field("textfield", Set.of(), true)));

    @Test
    void a_question_routes_by_required_choices_and_checkboxes() {
        assertThat(rules("", FORM)).isEmpty();
        assertThat(rules("risk, place,likely", FORM)).isEmpty();
    }

    @Test
    void a_field_that_may_be_empty_or_hold_anything_routes_nowhere() {
        for (String field : List.of("maybe", "offered", "words", "hidden", "locked", "nothing")) {
            assertThat(rules("risk," + field, FORM)).as(field).containsExactly("question-routes");
        }
    }

    @Test
    void its_form_is_in_the_set() {
        assertThat(rules("", new DrawnForm("o.form", "other", Map.of()))).containsExactly("question-form");
    }

    @Test
    void no_fact_that_shipped_models_read_or_pass_on_ends_like_those_that_models_bring_along() {
        List<String> names = ModelSet.shipped().files().values().stream()
                .flatMap(text -> FACT.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(names)
                .contains("goNoGo", "everybodyReady", "release")
                .noneMatch(name ->
                        Stream.of("Answer", "Gate", "Wait", "Check", "Reply").anyMatch(name::endsWith));
    }

    private static List<String> rules(String routes, DrawnForm form) {
        PersonTask task = new PersonTask(
                "a.bpmn",
                "Task_WeighRisk",
                "Weigh risk",
                Set.of("it-manager"),
                Map.of("records", "askPeople", "routes", routes),
                "weigh-risk",
                Optional.empty());
        return new QuestionsOfModels()
                .check(new DrawnModels(List.of(task), List.of(), List.of(form))).stream()
                        .map(Finding::rule)
                        .toList();
    }
}
