package slipway.engine.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import slipway.engine.Outcome;

/**
 * Which variables some way from a node on still reads before it is given anew. What nobody reads any more need not be told
 * apart, which keeps the number of standings small.
 */
final class Liveness {
    private final Net net;
    private final Promises promises;
    private final Set<String> wanted;
    private final Map<FlowNode, Set<String>> live = new HashMap<>();

    /** {@code wanted} = the variables that callers take over when the process ends. */
    Liveness(Net net, Promises promises, Set<String> wanted) {
        this.net = net;
        this.promises = promises;
        this.wanted = wanted;
        List<FlowNode> backwards = net.nodes().toList().reversed();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FlowNode node : backwards) {
                changed |= !at(node).equals(live.put(node, at(node)));
            }
        }
    }

    Set<String> at(String token) {
        return live.getOrDefault(net.node(token), Set.of());
    }

    private Set<String> at(FlowNode node) {
        Set<String> all = new HashSet<>();
        next(node).forEach(next -> all.addAll(live.getOrDefault(next, Set.of())));
        if (net.within(node).isEmpty() && net.outgoing(node).isEmpty()) {
            all.addAll(wanted);
        }
        all.removeAll(given(node));
        // What may break it off leaves what was known before it.
        net.around(node)
                .flatMap(scope -> net.boundaries(scope).stream())
                .forEach(event -> all.addAll(live.getOrDefault(event, Set.of())));
        // An error may leave the process from anywhere.
        all.addAll(wanted);
        all.addAll(read(node));
        return all;
    }

    private Stream<FlowNode> next(FlowNode node) {
        Stream<FlowNode> own = net.outgoing(node).stream().map(flow -> flow.getTarget());
        Stream<FlowNode> inside =
                node instanceof SubProcess sub ? net.start(sub).stream().map(FlowNode.class::cast) : Stream.empty();
        Stream<FlowNode> outside = net.outgoing(node).isEmpty()
                ? net.within(node).stream()
                        .flatMap(sub -> net.outgoing(sub).stream().map(flow -> flow.getTarget()))
                : Stream.empty();
        Stream<FlowNode> again = net.around(node).filter(Net::again).flatMap(scope -> Stream.of(scope));
        return Stream.of(own, inside, outside, again).flatMap(each -> each);
    }

    private Set<String> read(FlowNode node) {
        Set<String> read = new HashSet<>();
        net.outgoing(node).forEach(flow -> net.condition(flow).ifPresent(condition -> read.addAll(condition.reads())));
        promises.of(node)
                .outcomes()
                .forEach(outcome -> read.addAll(outcome.when().facts().keySet()));
        net.timer(node).ifPresent(read::add);
        if (node instanceof CallActivity call) {
            Net.ins(call)
                    .flatMap(in -> Optional.ofNullable(in.getCamundaSource()).stream())
                    .forEach(read::add);
        }
        return read;
    }

    /** What each outcome gives; what is taken over from a called process is nothing where that gave nothing. */
    private Set<String> given(FlowNode node) {
        if (node instanceof CallActivity call) {
            return Net.outs(call)
                    .flatMap(out -> Optional.ofNullable(out.getCamundaTarget()).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        List<Outcome> outcomes = promises.of(node).outcomes();
        return outcomes.stream()
                .flatMap(outcome -> outcome.then().facts().keySet().stream())
                .filter(name -> outcomes.stream()
                        .allMatch(outcome -> outcome.then().facts().containsKey(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
