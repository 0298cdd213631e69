package slipway.engine.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import slipway.engine.Outcome;
import slipway.engine.proof.End.Moment;
import slipway.engine.proof.End.Thrown;

/** Follows every way through one process from where it begins; each standing once. */
final class Walk {
    /** More than any process that people can read has. */
    private static final int MOST = 200_000;

    private static final int MOST_TOKENS = 4;

    private final Net net;
    private final Proof proof;
    private final Map<Standing, Way> ways = new HashMap<>();
    private final Deque<Standing> open = new ArrayDeque<>();
    private final Map<End, Way> ends = new LinkedHashMap<>();
    private final Set<Moment> moments = new LinkedHashSet<>();
    private final Circles circles = new Circles();
    private Optional<Standing> unwaited = Optional.empty();

    Walk(Net net, Proof proof) {
        this.net = net;
        this.proof = proof;
    }

    /** What came of it: how it ended, each with the way there, and what its release went through meanwhile. */
    record Walked(Map<End, Way> ends, Set<Moment> moments) {
        static final Walked NEVER = new Walked(Map.of(), Set.of());
    }

    Walked from(Standing entry, Way way) {
        net.start().ifPresent(start -> reach(entry.at(List.of(start.getId())), way));
        while (!open.isEmpty() && ways.size() < MOST) {
            Standing next = open.removeFirst();
            moments.add(Moment.of(next));
            stuck(next);
            Way before = Objects.requireNonNull(ways.get(next));
            next.distinct().map(net::node).forEach(node -> {
                Way here = before.then(Net.words(node));
                proof.seen().reach(node);
                interruptions(next, node, here);
                unwaited = Circles.waits(node) ? Optional.empty() : Optional.of(next);
                pass(next, node, here);
                unwaited = Optional.empty();
            });
        }
        if (!open.isEmpty()) {
            proof.seen().found(net, "followed", "has more ways through it than can be followed; split it in two");
        }
        circles.find()
                .ifPresent(again -> proof.seen()
                        .found(
                                net,
                                net.node(again.tokens().getFirst()),
                                "circles-wait",
                                "comes again and again without waiting for anybody, after the way " + ways.get(again)
                                        + "; put a person's task or a timer into the circle"));
        return new Walked(ends, moments);
    }

    private void reach(Standing standing, Way way) {
        Standing kept = proof.kept(net, standing);
        unwaited.ifPresent(from -> circles.follows(from, kept));
        know(kept, way);
    }

    private void know(Standing kept, Way way) {
        if (ways.putIfAbsent(kept, way) == null) {
            open.addLast(kept);
        }
    }

    private void pass(Standing standing, FlowNode node, Way way) {
        Standing rest = standing.instead(node.getId(), List.of());
        switch (node) {
            case ExclusiveGateway gateway ->
                new Choice(net, proof, gateway)
                        .targets(standing, way)
                        .forEach((known, target) -> reach(known.instead(node.getId(), List.of(target)), way));
            case EventBasedGateway gateway ->
                net.targets(gateway).forEach(target -> reach(standing.instead(node.getId(), List.of(target)), way));
            case ParallelGateway gateway -> join(standing, gateway, way);
            case EndEvent end -> end(rest, end, way);
            case SubProcess inside when inside.triggeredByEvent() -> unfollowed(node);
            case SubProcess inside ->
                net.start(inside)
                        .ifPresent(start -> reach(standing.instead(node.getId(), List.of(start.getId())), way));
            case CallActivity call -> call(rest, call, way);
            case StartEvent start -> leave(rest, node, way);
            case BoundaryEvent event -> leave(rest, node, way);
            case IntermediateThrowEvent event -> leave(rest, node, way);
            case IntermediateCatchEvent event -> {
                proof.timed(net, node, standing, way);
                outcomes(rest, node, way);
            }
            case Activity activity -> outcomes(rest, node, way);
            default -> unfollowed(node);
        }
    }

    private void unfollowed(FlowNode node) {
        proof.seen()
                .found(
                        net,
                        node,
                        "followed",
                        "is of a kind that cannot be followed; draw it with exclusive, parallel or event-based gateways, calls,"
                                + " subprocesses, boundary events and timers");
    }

    /** Where every token waits at a join for others that never come. */
    private void stuck(Standing standing) {
        boolean joins = standing.distinct()
                .map(net::node)
                .allMatch(node -> node instanceof ParallelGateway gateway && !meets(standing, gateway));
        if (joins && !standing.tokens().isEmpty()) {
            proof.seen()
                    .found(
                            net,
                            net.node(standing.tokens().getFirst()),
                            "joins-meet",
                            "waits for ever where not every way that it joins comes, as after the way "
                                    + ways.get(standing)
                                    + "; join only what was forked, and let no way between end");
        }
    }

    private boolean meets(Standing standing, ParallelGateway gateway) {
        return standing.tokens().stream().filter(gateway.getId()::equals).count()
                >= net.incoming(gateway).size();
    }

    private void join(Standing standing, ParallelGateway gateway, Way way) {
        if (meets(standing, gateway)) {
            List<String> left = new ArrayList<>(standing.tokens());
            for (int each = 0; each < net.incoming(gateway).size(); each++) {
                left.remove(gateway.getId());
            }
            left.addAll(net.targets(gateway));
            reach(standing.at(left), way);
        }
    }

    private void end(Standing rest, EndEvent end, Way way) {
        var error = Errors.thrownBy(end);
        if (error.isPresent()) {
            throwing(rest, end, new Thrown(error.get(), net, end, way), way);
        } else if (end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance)) {
            finish(
                    net.within(end)
                            .map(inside -> rest.without(token -> net.isWithin(token, inside)))
                            .orElseGet(() -> rest.at(List.of())),
                    end,
                    way);
        } else {
            finish(rest, end, way);
        }
    }

    /** A token ended at this node: goes on outside where it was the last of its subprocess. */
    private void finish(Standing rest, FlowNode node, Way way) {
        var inside = net.within(node);
        if (inside.isEmpty() && rest.tokens().isEmpty()) {
            ends.putIfAbsent(new End(proof.kept(rest), Optional.empty()), way);
        } else if (inside.isPresent() && rest.tokens().stream().noneMatch(token -> net.isWithin(token, inside.get()))) {
            leave(rest, inside.get(), way);
        } else {
            reach(rest, way);
        }
    }

    private void leave(Standing rest, FlowNode node, Way way) {
        List<String> targets = net.targets(node);
        if (targets.size() > 1) {
            proof.seen()
                    .found(net, node, "one-way-out", "has several ways out; draw a gateway that says which is taken");
        }
        if (targets.isEmpty()) {
            finish(rest, node, way);
        } else {
            reach(rest.at(concat(rest.tokens(), targets)), way);
        }
        if (Net.again(node)) {
            // Once for each of several is no circle: it ends with the last of them.
            know(proof.kept(net, rest.at(concat(rest.tokens(), List.of(node.getId())))), way);
        }
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private void outcomes(Standing rest, FlowNode node, Way way) {
        List<Outcome> possible = proof.possible(net, node, rest, way);
        for (Outcome outcome : possible) {
            for (Standing after : proof.after(outcome, rest)) {
                proof.moved(net, node, rest, after, way);
                outcome.then()
                        .error()
                        .ifPresentOrElse(
                                code -> throwing(after, node, new Thrown(code, net, node, way), way),
                                () -> leave(after, node, way));
            }
        }
    }

    private void throwing(Standing rest, FlowNode node, Thrown error, Way way) {
        for (FlowNode scope : net.around(node).toList()) {
            for (BoundaryEvent event : net.boundaries(scope)) {
                if (Errors.catches(event, error.code())) {
                    Standing outside = rest.without(token -> net.isWithin(token, scope));
                    reach(outside.at(concat(outside.tokens(), List.of(event.getId()))), way);
                    return;
                }
            }
        }
        ends.putIfAbsent(new End(proof.kept(rest.at(List.of())), Optional.of(error)), way);
    }

    private void call(Standing rest, CallActivity call, Way way) {
        proof.called(net, call, rest, way).ends().forEach((end, ignored) -> {
            Standing after = Moment.of(end.standing()).standing(rest);
            end.thrown()
                    .ifPresentOrElse(
                            error -> throwing(after, call, error, way),
                            () -> leave(Calls.out(call, end.standing().facts(), after), call, way));
        });
    }

    /** What may come while a node is done: messages and timers at it and around it. */
    private void interruptions(Standing standing, FlowNode node, Way way) {
        if (net.meanwhile(node).isEmpty()) {
            return;
        }
        Set<Moment> meanwhile = node instanceof CallActivity call
                ? proof.called(net, call, standing.instead(node.getId(), List.of()), way)
                        .moments()
                : Set.of(Moment.of(standing));
        for (BoundaryEvent event : net.meanwhile(node)) {
            proof.timed(net, event, standing, way);
            for (Moment moment : meanwhile) {
                interrupted(moment.standing(standing), event, way);
            }
        }
    }

    private void interrupted(Standing standing, BoundaryEvent event, Way way) {
        FlowNode scope = event.getAttachedTo();
        if (!event.cancelActivity() && standing.tokens().size() >= MOST_TOKENS) {
            return;
        }
        Standing rest = event.cancelActivity() ? standing.without(token -> net.isWithin(token, scope)) : standing;
        proof.told(net, event).outcomes().stream()
                .filter(outcome -> Effects.isPossible(outcome, standing))
                .flatMap(outcome -> proof.after(outcome, rest).stream())
                .forEach(after -> reach(after.at(concat(after.tokens(), List.of(event.getId()))), way));
    }
}
