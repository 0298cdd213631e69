package slipway.engine.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import slipway.engine.DrawnModels.DrawnTask;

/** Reads the tasks of a process model that beans or workers do. */
final class DrawnSteps {
    private static final List<String> DONE_BY = List.of("delegateExpression", "topic");
    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration");

    private final List<Element> all;

    private DrawnSteps(List<Element> all) {
        this.all = all;
    }

    static List<DrawnTask> of(String file, List<Element> all) {
        DrawnSteps model = new DrawnSteps(all);
        return all.stream()
                .filter(element -> DONE_BY.stream()
                        .anyMatch(name ->
                                Xml.attribute(element, Allowed.CAMUNDA, name).isPresent()))
                .filter(element -> !element.getAttribute("id").isEmpty())
                .map(element -> model.step(file, element))
                .toList();
    }

    private DrawnTask step(String file, Element task) {
        return new DrawnTask(
                file,
                task.getAttribute("id"),
                task.getAttribute("name"),
                Xml.attribute(task, Allowed.CAMUNDA, "delegateExpression")
                        .flatMap(Plain::bean)
                        .or(() -> Xml.attribute(task, Allowed.CAMUNDA, "topic"))
                        .orElse(""),
                Drawing.properties(task),
                overdue(task),
                timers());
    }

    private Set<String> timers() {
        return all.stream()
                .filter(element -> TIMES.contains(element.getLocalName()))
                .map(Xml::text)
                .filter(Plain::isEvaluated)
                .map(text -> text.replaceAll("[$#{}\\s]", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean overdue(Element task) {
        List<Element> before = named("sequenceFlow")
                .filter(flow -> flow.getAttribute("targetRef").equals(task.getAttribute("id")))
                .map(flow -> byId(flow.getAttribute("sourceRef")))
                .flatMap(Optional::stream)
                .toList();
        return before.stream().allMatch(this::remindsOfATask)
                && before.stream()
                                .map(event -> event.getAttribute("attachedToRef"))
                                .distinct()
                                .count()
                        == 1;
    }

    /** A timer at the edge of a task of a person, which leaves the task alone. */
    private boolean remindsOfATask(Element event) {
        return "boundaryEvent".equals(event.getLocalName())
                && "false".equals(event.getAttribute("cancelActivity"))
                && Xml.all(event).anyMatch(child -> "timerEventDefinition".equals(child.getLocalName()))
                && byId(event.getAttribute("attachedToRef"))
                        .filter(task -> "userTask".equals(task.getLocalName()))
                        .isPresent();
    }

    private Stream<Element> named(String name) {
        return all.stream().filter(element -> name.equals(element.getLocalName()));
    }

    private Optional<Element> byId(String id) {
        return all.stream()
                .filter(element -> Objects.equals(element.getAttribute("id"), id))
                .findFirst();
    }
}
