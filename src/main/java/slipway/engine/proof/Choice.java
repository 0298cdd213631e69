package slipway.engine.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import slipway.engine.proof.Condition.Holds;

/** Which ways out of an exclusive gateway may be taken. */
record Choice(Net net, Proof proof, ExclusiveGateway gateway) {

    /** The targets that may come next, each with what is known by its being taken. */
    Map<Standing, String> targets(Standing standing, Way way) {
        Map<Standing, String> targets = new LinkedHashMap<>();
        boolean decided = false;
        for (SequenceFlow flow : net.outgoing(gateway)) {
            if (decided || flow.equals(gateway.getDefault())) {
                continue;
            }
            Optional<Condition> condition = net.condition(flow);
            condition.ifPresent(each -> unwritten(each, standing, way));
            Holds holds = condition.map(each -> each.in(standing.facts())).orElse(Holds.YES);
            if (holds != Holds.NO) {
                take(flow, condition.map(each -> known(each, standing)).orElse(standing), targets);
            }
            decided = holds == Holds.YES;
        }
        if (!decided) {
            Optional.ofNullable(gateway.getDefault())
                    .ifPresentOrElse(flow -> take(flow, standing, targets), () -> open(standing, way));
        }
        return targets;
    }

    private void take(SequenceFlow flow, Standing standing, Map<Standing, String> targets) {
        String target = flow.getTarget().getId();
        // The way is part of what is told apart: two ways with the same knowledge are two entries.
        targets.put(standing.knowing(Map.of("(way)", flow.getId())), target);
    }

    /** A way that asks whether a variable has one value tells that it has. */
    private static Standing known(Condition condition, Standing standing) {
        Set<String> open = condition.reads().stream()
                .filter(name -> Standing.WHICHEVER.equals(standing.facts().get(name)))
                .collect(Collectors.toSet());
        if (open.size() != 1 || !condition.text().matches("[^&|!<>]*==[^&|]*")) {
            return standing;
        }
        String name = open.iterator().next();
        List<String> values = List.copyOf(condition.compares(name));
        return values.size() == 1 ? standing.knowing(Map.of(name, values.getFirst())) : standing;
    }

    private void unwritten(Condition condition, Standing standing, Way way) {
        condition.reads().stream()
                .filter(name -> !standing.facts().containsKey(name)
                        || (condition.plain().contains(name)
                                && Standing.NOTHING.equals(standing.facts().get(name))))
                .forEach(
                        name -> proof.seen()
                                .found(
                                        net,
                                        gateway,
                                        "fact-known",
                                        "decides by '" + name + "', which nothing gave on the way " + way
                                                + "; let a task before it give it, or take it over from the process that was called"));
    }

    private void open(Standing standing, Way way) {
        Set<String> read = net.outgoing(gateway).stream()
                .flatMap(flow -> net.condition(flow).stream())
                .flatMap(condition -> condition.reads().stream())
                .collect(Collectors.toSet());
        if (!standing.facts().keySet().containsAll(read)) {
            return;
        }
        String known = standing.facts().entrySet().stream()
                .filter(fact -> read.contains(fact.getKey()))
                .map(fact -> fact.getKey() + " = "
                        + (fact.getValue().equals(Standing.WHICHEVER) ? "something else" : fact.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        proof.seen()
                .found(
                        net,
                        gateway,
                        "way-for-each",
                        "has no way for " + known + " (as on the way " + way + "); make one of its ways the default");
    }
}
