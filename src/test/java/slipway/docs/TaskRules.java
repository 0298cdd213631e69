package slipway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every task of the models is explained to the role that it waits for, with its form and each field. */
final class TaskRules {
    private static final List<String> INPUTS = List.of(
            "textfield", "textarea", "number", "checkbox", "radio", "checklist", "taglist", "select", "datetime");

    private TaskRules() {}

    /** {@code page} of the handbook has that section. */
    private record Asked(String heading, String page, String form) {}

    static List<String> problems(Pages pages) {
        return Pages.files("bpmn", ".bpmn").stream()
                .flatMap(TaskRules::asked)
                .flatMap(asked -> problems(pages, asked).stream())
                .toList();
    }

    private static Stream<Asked> asked(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        boolean interrupts = file.startsWith("bpmn/interruption");
        Stream<Asked> starts = model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .map(start -> interrupts
                        ? new Asked(process.getName(), "interruptions", start.getCamundaFormRef())
                        : new Asked(
                                "Request a release",
                                process.getCamundaCandidateStarterGroups(),
                                start.getCamundaFormRef()));
        Stream<Asked> tasks = model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Stream.of(task.getCamundaCandidateGroups().split(","))
                        .map(group -> new Asked(task.getName(), group, task.getCamundaFormRef())));
        return Stream.concat(starts, tasks);
    }

    private static List<String> problems(Pages pages, Asked asked) {
        String file = "docs/handbook/" + asked.page() + ".md";
        String section = section(pages.page(file).text(), asked.heading());
        List<String> problems = new ArrayList<>();
        if (section.isEmpty()) {
            problems.add(file + " has no section '" + asked.heading() + "'");
            return problems;
        }
        if (!section.contains("(../pictures/" + asked.form() + ".png)")) {
            problems.add(file + " does not show the form " + asked.form());
        }
        labels(form(asked.form()))
                .filter(label -> !section.contains("**" + label + "**"))
                .forEach(label -> problems.add(file + " does not explain '" + label + "' of " + asked.form()));
        return problems;
    }

    private static String section(String page, String heading) {
        Matcher found = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#|\\z)")
                .matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private static JsonNode form(String id) {
        Path file = Pages.files("forms", "/" + id + ".form").getFirst();
        try {
            return new ObjectMapper().readTree(Pages.read(file));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> labels(JsonNode parent) {
        List<String> labels = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            if (INPUTS.contains(component.path("type").asText())) {
                labels.add(component
                        .path("label")
                        .asText(component.path("dateLabel").asText()));
            }
            labels(component).forEach(labels::add);
        }
        return labels.stream().distinct();
    }
}
