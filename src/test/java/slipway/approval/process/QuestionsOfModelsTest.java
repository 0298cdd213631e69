package slipway.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Field;
import slipway.engine.DrawnModels.PersonTask;
import slipway.engine.Finding;
import slipway.engine.ProcessVariable;

class QuestionsOfModelsTest {
    private static final DrawnForm FORM = new DrawnForm(
            "f.form",
            "weigh-risk",
            Map.of(
                    "risk", new Field("radio", Set.of("LOW", "HIGH"), true),
                    "place", new Field("select", Set.of("HERE"), true),
                    "likely", new Field("checkbox", Set.of(), false),
                    "maybe", new Field("radio", Set.of("LOW", "HIGH"), false),
                    "offered", new Field("select", Set.of(), true),
                    "words", new Field("textfield", Set.of(), true)));

    @Test
    void a_question_routes_by_required_choices_and_checkboxes() {
        assertThat(rules("", FORM)).isEmpty();
        assertThat(rules("risk, place,likely", FORM)).isEmpty();
    }

    @Test
    void a_field_that_may_be_empty_or_hold_anything_routes_nowhere() {
        for (String field : List.of("maybe", "offered", "words", "nothing")) {
            assertThat(rules("risk," + field, FORM)).as(field).containsExactly("question-routes");
        }
    }

    @Test
    void its_form_is_in_the_set() {
        assertThat(rules("", new DrawnForm("o.form", "other", Map.of()))).containsExactly("question-form");
    }

    @Test
    void no_fact_of_our_own_ends_like_the_facts_that_models_bring_along() {
        for (Class<?> names : List.of(
                AuthoriseProcess.class,
                slipway.planning.process.PlanProcess.class,
                slipway.rollout.process.PlanRolloutProcess.class,
                slipway.build.process.BuildProcess.class)) {
            assertThat(Arrays.stream(names.getDeclaredFields())
                            .filter(field -> Modifier.isStatic(field.getModifiers())
                                    && field.getType().equals(ProcessVariable.class))
                            .map(QuestionsOfModelsTest::name))
                    .isNotEmpty()
                    .noneMatch(name -> name.endsWith("Answer") || name.endsWith("Gate"));
        }
    }

    private static String name(java.lang.reflect.Field field) {
        try {
            field.setAccessible(true);
            return ((ProcessVariable<?>) field.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
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
