package slipway.engine.proof;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What no way leads to, and what is waited for in vain. */
record Unseen(Net net, Promises promises, Seen seen) {

    void findAll(Map<String, Set<String>> given) {
        net.nodes()
                .flatMap(node -> net.outgoing(node).stream())
                .forEach(flow -> net.condition(flow).ifPresent(condition -> ungiven(flow, condition, given)));
        net.nodes()
                .forEach(node -> promises.of(node).outcomes().stream()
                        .filter(outcome ->
                                seen.isReached(node) && !outcome.when().gates().isEmpty())
                        .filter(outcome -> !seen.cameOf(node, outcome))
                        .forEach(outcome -> seen.found(
                                net,
                                node,
                                "gate-on-the-way",
                                "can never succeed, since no way to it passes "
                                        + outcome.when().gates().stream()
                                                .sorted()
                                                .collect(Collectors.joining(", "))
                                        + "; put the task that decides it before")));
    }

    /** Where it begins: what follows it is not reached for the same reason. */
    void unreached() {
        net.nodes()
                .filter(node -> !seen.isReached(node) && comesFrom(node).anyMatch(this::goesOn))
                .forEach(node -> seen.found(
                        net,
                        node,
                        "reached",
                        node instanceof BoundaryEvent
                                ? "waits for something that never comes there; take it out, or attach it to where it"
                                        + " may come"
                                : "is reached by no way; connect it, or take it out"));
        net.nodes()
                .filter(node ->
                        !seen.isReached(node) && comesFrom(node).findAny().isEmpty())
                .filter(node -> net.start().filter(seen::isReached).isPresent())
                .forEach(node -> seen.found(
                        net, node, "reached", "is connected to nothing before it; connect it, or take it out"));
    }

    private boolean goesOn(FlowNode node) {
        return seen.isReached(node) && !promises.of(node).outcomes().isEmpty();
    }

    private Stream<FlowNode> comesFrom(FlowNode node) {
        return node instanceof BoundaryEvent event
                ? Stream.of(event.getAttachedTo())
                : Stream.concat(
                        net.incoming(node).stream().map(SequenceFlow::getSource),
                        net.within(node).stream()
                                .filter(inside -> net.start(inside).stream().anyMatch(node::equals)));
    }

    /** A way that waits for a value which nothing gives is a slip of the pen. */
    private void ungiven(SequenceFlow flow, Condition condition, Map<String, Set<String>> given) {
        condition
                .reads()
                .forEach(name -> condition.compares(name).stream()
                        .filter(value ->
                                !given.getOrDefault(name, Set.of(value)).contains(value))
                        .forEach(value -> seen.found(
                                net,
                                flow.getSource(),
                                "value-given",
                                "has a way for " + name + " = '" + value + "', which nothing gives; given are "
                                        + given.getOrDefault(name, Set.of()).stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
    }
}
