package slipway.models;

import static slipway.models.ModelRule.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** How a model is named and drawn, so that process owners find their way in it. */
final class ShapeRules {
    private ShapeRules() {}

    static List<ModelRule> rules() {
        return List.of(
                rule(
                        "releases and interruptions start by hand, and nothing else",
                        ShapeRules::startable,
                        " camunda:isStartableInTasklist=\"false\"",
                        ""),
                rule(
                        "one executable process, its id is the file's name",
                        ShapeRules::misnamed,
                        "isExecutable=\"true\"",
                        ""),
                rule(
                        "history has a time to live and the model a version",
                        ShapeRules::withoutLife,
                        "camunda:historyTimeToLive=\"P180D\"",
                        ""),
                rule(
                        "process, people's tasks and calls say why",
                        ShapeRules::unexplained,
                        "<bpmn:documentation>[^<]*</bpmn:documentation>",
                        ""),
                rule("ids tell the kind of element", ShapeRules::strangeIds, "Event_Audited", "Ende"),
                rule(
                        "everything has a name; activities are verb and object",
                        ShapeRules::unnamed,
                        "name=\"Sign audit\"",
                        "name=\"Audit\""),
                rule(
                        "gateways are questions with answers",
                        ShapeRules::unasked,
                        "name=\"Signed\\?\"",
                        "name=\"Signed\""),
                rule(
                        "every node is connected and lists its flows",
                        ShapeRules::loose,
                        "<bpmn:outgoing>[^<]*</bpmn:outgoing>",
                        ""),
                rule("every element is drawn", ShapeRules::undrawn, "(?s)<bpmndi:BPMNEdge.*?</bpmndi:BPMNEdge>", ""),
                rule(
                        "no shape lies on another",
                        ShapeRules::overlapping,
                        "(?s)(Task_SignAudit_di.*?)x=\"\\d+\"",
                        "$1x=\"320\""),
                rule(
                        "flows are drawn at right angles",
                        ShapeRules::slanted,
                        "(?s)^(.*?<di:waypoint x=\"\\d+\" y=)\"\\d+\"",
                        "$1\"7\""));
    }

    private static Stream<String> misnamed(ProcessModel model) {
        List<Process> processes = List.copyOf(model.all(Process.class));
        String expected = Stream.of(ModelFiles.name(model.file()).split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        boolean known = Files.isDirectory(
                Path.of("src/main/java/slipway", model.file().getName(1).toString()));
        return Stream.of(
                        processes.size() == 1 ? null : "not one process",
                        model.process().getId().equals(expected) ? null : "process id is not " + expected,
                        model.process().isExecutable() ? null : "not executable",
                        known ? null : "its folder is no capability")
                .filter(Objects::nonNull);
    }

    private static Stream<String> startable(ProcessModel model) {
        boolean entry = model.file().endsWith(Path.of("release", "release-management.bpmn"))
                || model.file().startsWith(Path.of("bpmn", "interruption"));
        return Stream.of(model.process())
                .filter(process -> process.isCamundaStartableInTasklist() != entry
                        || (process.getCamundaCandidateStarterGroups() != null) != entry)
                .map(process -> process.getId() + " startable: " + process.isCamundaStartableInTasklist());
    }

    private static Stream<String> withoutLife(ProcessModel model) {
        return Stream.of("historyTimeToLive", "versionTag")
                .filter(attribute ->
                        ProcessModel.camunda(model.process(), attribute).isEmpty());
    }

    private static Stream<String> unexplained(ProcessModel model) {
        return Stream.concat(Stream.of(model.process()), model.all(Activity.class).stream())
                .filter(element -> !ProcessModel.documented(element))
                .map(element -> element.getId() + " has no documentation");
    }

    private static Stream<String> strangeIds(ProcessModel model) {
        return model.all(FlowElement.class).stream()
                .filter(element -> !element.getId().matches(prefix(element) + "_[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*"))
                .map(FlowElement::getId);
    }

    private static String prefix(FlowElement element) {
        return switch (element) {
            case SequenceFlow flow -> "Flow";
            case CallActivity call -> "Call";
            case SubProcess sub -> "Sub";
            case Activity activity -> "Task";
            case ExclusiveGateway gateway -> "Gateway";
            case Event event -> "Event";
            default -> "(no such element is used)";
        };
    }

    private static Stream<String> unnamed(ProcessModel model) {
        return model.nodes()
                .filter(node -> node.getName() == null
                        || node.getName().isBlank()
                        || (node instanceof Activity && !node.getName().contains(" ")))
                .map(FlowNode::getId);
    }

    private static Stream<String> unasked(ProcessModel model) {
        return model.all(ExclusiveGateway.class).stream()
                .filter(gateway -> !gateway.getName().endsWith("?")
                        || gateway.getOutgoing().size() < 2
                        || gateway.getOutgoing().stream().anyMatch(flow -> flow.getName() == null))
                .map(ExclusiveGateway::getId);
    }

    private static Stream<String> loose(ProcessModel model) {
        return model.nodes()
                .filter(node -> {
                    Set<SequenceFlow> in = model.all(SequenceFlow.class).stream()
                            .filter(flow -> flow.getTarget().equals(node))
                            .collect(Collectors.toSet());
                    Set<SequenceFlow> out = model.all(SequenceFlow.class).stream()
                            .filter(flow -> flow.getSource().equals(node))
                            .collect(Collectors.toSet());
                    return !in.equals(Set.copyOf(node.getIncoming()))
                            || !out.equals(Set.copyOf(node.getOutgoing()))
                            || in.isEmpty() != (node instanceof StartEvent || node instanceof BoundaryEvent)
                            || out.isEmpty() != node instanceof EndEvent;
                })
                .map(FlowNode::getId);
    }

    private static Stream<String> undrawn(ProcessModel model) {
        Set<String> drawn = Stream.concat(
                        model.all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .map(element -> element.getId())
                .collect(Collectors.toSet());
        return model.all(FlowElement.class).stream().map(FlowElement::getId).filter(id -> !drawn.contains(id));
    }

    private static Stream<String> overlapping(ProcessModel model) {
        List<BpmnShape> shapes = model.all(BpmnShape.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent)
                        && !(shape.getBpmnElement() instanceof SubProcess))
                .toList();
        List<String> offences = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (BpmnShape other : shapes.subList(i + 1, shapes.size())) {
                if (overlap(shapes.get(i).getBounds(), other.getBounds())) {
                    offences.add(shapes.get(i).getBpmnElement().getId() + " lies on "
                            + other.getBpmnElement().getId());
                }
            }
        }
        return offences.stream();
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private static Stream<String> slanted(ProcessModel model) {
        return model.all(BpmnEdge.class).stream()
                .filter(edge -> {
                    var points = List.copyOf(edge.getWaypoints());
                    return java.util.stream.IntStream.range(1, points.size())
                            .anyMatch(i -> Math.abs(points.get(i).getX()
                                                    - points.get(i - 1).getX())
                                            > 0.5
                                    && Math.abs(points.get(i).getY()
                                                    - points.get(i - 1).getY())
                                            > 0.5);
                })
                .map(edge -> edge.getBpmnElement().getId());
    }
}
