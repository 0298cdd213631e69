package slipway.engine.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import slipway.engine.Finding;
import slipway.engine.Outcome;

/** What was seen on all ways: nodes that are reached, outcomes that are possible, and what some way runs into. */
final class Seen {
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Set<FlowNode> reached = new HashSet<>();
    private final Map<FlowNode, Set<Outcome>> came = new HashMap<>();

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    void reach(FlowNode node) {
        reached.add(node);
    }

    boolean isReached(FlowNode node) {
        return reached.contains(node);
    }

    void come(FlowNode node, List<Outcome> outcomes) {
        came.computeIfAbsent(node, any -> new HashSet<>()).addAll(outcomes);
    }

    boolean cameOf(FlowNode node, Outcome outcome) {
        return came.getOrDefault(node, Set.of()).contains(outcome);
    }

    /** Of several findings of a rule about a node the first is kept: the shortest way to it. */
    void found(Net net, FlowNode node, String rule, String reason) {
        found(
                node.getId(),
                new Finding(net.file(), node.getElementType().getTypeName() + " '" + node.getId() + "'", rule, reason));
    }

    void found(Net net, String rule, String reason) {
        found(net.id(), new Finding(net.file(), "process '" + net.id() + "'", rule, reason));
    }

    private void found(String what, Finding finding) {
        findings.putIfAbsent(finding.file() + " " + what + " " + finding.rule(), finding);
    }
}
