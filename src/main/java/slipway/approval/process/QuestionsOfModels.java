package slipway.approval.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Field;
import slipway.engine.DrawnModels.PersonTask;
import slipway.engine.Finding;
import slipway.engine.ModelRule;

/** A task that asks people has a form in the set, and routes only by fields that always have one of a few values. */
@Component
class QuestionsOfModels implements ModelRule {
    @Override
    public List<Finding> check(DrawnModels models) {
        List<Finding> findings = new ArrayList<>();
        models.tasks().stream()
                .filter(task -> "askPeople".equals(task.properties().get("records")))
                .forEach(task -> findings.addAll(check(task, models)));
        return findings;
    }

    private static List<Finding> check(PersonTask task, DrawnModels models) {
        Optional<DrawnForm> form = models.form(task.form());
        return form.isEmpty()
                ? List.of(task.found(
                        "question-form", "has the form '" + task.form() + "', which is not in the set; add it"))
                : AskPeople.routes(task.properties()).stream()
                        .filter(field -> !decides(form.get().fields().get(field)))
                        .map(field -> task.found(
                                "question-routes",
                                "routes by '" + field
                                        + "', which its form does not always ask for with values to choose"
                                        + " from; make it a required choice or a checkbox that nothing hides or locks,"
                                        + " or route by another field"))
                        .toList();
    }

    private static boolean decides(@Nullable Field field) {
        return field != null
                && field.always()
                && switch (field.type()) {
                    case "checkbox" -> true;
                    case "radio", "select" ->
                        field.required() && !field.values().isEmpty();
                    default -> false;
                };
    }
}
