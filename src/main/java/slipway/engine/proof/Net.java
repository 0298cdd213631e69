package slipway.engine.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One process of a file, with what following it asks of it. */
final class Net {
    private final String file;
    private final Process process;
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<BoundaryEvent>> boundaries;
    /** As the engine reads them: what flows say counts, not what nodes say of their flows. */
    private final Map<String, List<SequenceFlow>> outgoing = new HashMap<>();

    private final Map<String, List<SequenceFlow>> incoming = new HashMap<>();
    private final Map<String, Condition> conditions = new HashMap<>();
    private final Map<FlowNode, List<BoundaryEvent>> meanwhile = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, String> timers = new HashMap<>();

    Net(String file, Process process) {
        this.file = file;
        this.process = process;
        collect(process.getFlowElements().stream());
        this.boundaries = nodes.values().stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .collect(Collectors.groupingBy(event -> event.getAttachedTo().getId()));
    }

    private void collect(Stream<FlowElement> elements) {
        elements.forEach(element -> {
            switch (element) {
                case SequenceFlow flow -> connect(flow);
                case FlowNode node -> nodes.put(node.getId(), node);
                default -> {}
            }
            if (element instanceof SubProcess inside) {
                collect(inside.getFlowElements().stream());
            }
            if (element instanceof CatchEvent event) {
                timed(event).ifPresent(variable -> timers.put(event.getId(), variable));
            }
            if (element instanceof CallActivity call) {
                ins(call)
                        .flatMap(in -> Optional.ofNullable(in.getCamundaSource()).stream())
                        .forEach(read::add);
            }
        });
    }

    private void connect(SequenceFlow flow) {
        outgoing.computeIfAbsent(flow.getSource().getId(), any -> new ArrayList<>())
                .add(flow);
        incoming.computeIfAbsent(flow.getTarget().getId(), any -> new ArrayList<>())
                .add(flow);
        if (flow.getConditionExpression() != null) {
            Condition condition = new Condition(flow.getConditionExpression().getTextContent());
            conditions.put(flow.getId(), condition);
            read.addAll(condition.reads());
        }
    }

    List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node.getId(), List.of());
    }

    List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node.getId(), List.of());
    }

    String file() {
        return file;
    }

    String id() {
        return process.getId();
    }

    Stream<FlowNode> nodes() {
        return nodes.values().stream();
    }

    FlowNode node(String id) {
        FlowNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("process " + id() + " has no node " + id);
        }
        return node;
    }

    private static Optional<String> timed(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle()))
                .filter(Objects::nonNull)
                .map(time -> time.getTextContent().strip())
                .filter(time -> time.matches("[$#]\\{.*}"))
                .map(time -> time.replaceAll("[$#{}\\s]", ""))
                .findFirst();
    }

    /** The variable by which a timer waits, where it waits by one. */
    Optional<String> timer(FlowNode event) {
        return Optional.ofNullable(timers.get(event.getId()));
    }

    /** The variables by which timers wait. */
    Collection<String> timers() {
        return timers.values();
    }

    /** The variables that decide about a way here, or are handed to a process that is called. */
    Set<String> read() {
        return read;
    }

    Optional<StartEvent> start() {
        return start(process.getFlowElements().stream());
    }

    Optional<StartEvent> start(SubProcess inside) {
        return start(inside.getFlowElements().stream());
    }

    private static Optional<StartEvent> start(Stream<FlowElement> elements) {
        return elements.filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .findFirst();
    }

    List<BoundaryEvent> boundaries(FlowNode activity) {
        return boundaries.getOrDefault(activity.getId(), List.of());
    }

    /** The messages and timers that may come while the node is done, at it and at what it lies in. */
    List<BoundaryEvent> meanwhile(FlowNode node) {
        return meanwhile.computeIfAbsent(
                node,
                any -> around(node)
                        .flatMap(scope -> boundaries(scope).stream())
                        .filter(event -> !Errors.isError(event))
                        .toList());
    }

    /** The node and the subprocesses that it lies in, from the inside out. */
    Stream<FlowNode> around(FlowNode node) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, inner -> inner.flatMap(Net::outside))
                .flatMap(Optional::stream);
    }

    Optional<SubProcess> within(FlowNode node) {
        return outside(node).map(SubProcess.class::cast);
    }

    private static Optional<FlowNode> outside(FlowNode node) {
        ModelElementInstance parent = node.getParentElement();
        return parent instanceof SubProcess outside ? Optional.of(outside) : Optional.empty();
    }

    boolean isWithin(String token, FlowNode activity) {
        return around(node(token)).anyMatch(activity::equals);
    }

    static boolean again(FlowNode node) {
        return node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    Optional<Condition> condition(SequenceFlow flow) {
        return Optional.ofNullable(conditions.get(flow.getId()));
    }

    List<String> targets(FlowNode node) {
        return outgoing(node).stream().map(flow -> flow.getTarget().getId()).toList();
    }

    static Stream<CamundaIn> ins(CallActivity call) {
        return extensions(call, CamundaIn.class);
    }

    static Stream<CamundaOut> outs(CallActivity call) {
        return extensions(call, CamundaOut.class);
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(FlowElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElements().stream()
                        .filter(type::isInstance)
                        .map(type::cast);
    }

    /** For people: its name, or its id where it has none. */
    static String words(FlowElement node) {
        return node.getName() == null || node.getName().isBlank()
                ? node.getId()
                : node.getName().strip().replaceAll("\\s+", " ");
    }
}
