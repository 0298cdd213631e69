package slipway.engine.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import slipway.engine.Contract;
import slipway.engine.ModelDemands.Demand;
import slipway.engine.Outcome;
import slipway.engine.Stage;
import slipway.engine.proof.Walk.Walked;

/** Follows a set of models from each process that no other calls, under one assumption. */
final class Proof {
    private final Map<String, Net> nets;
    private final Promises promises;
    private final Matters matters;
    private final Assumption assumed;
    private final Seen seen;
    private final Map<Call, Optional<Walked>> walks = new HashMap<>();

    private record Call(String process, Standing entry) {}

    /** What is taken for granted: a fact that has this value wherever it is given, and the gates demanded then. */
    record Assumption(String fact, String value, List<Demand> demands) {}

    Proof(Map<String, Net> nets, Promises promises, Matters matters, Assumption assumed, Seen seen) {
        this.nets = nets;
        this.promises = promises;
        this.matters = matters;
        this.assumed = assumed;
        this.seen = seen;
    }

    void follow() {
        Set<String> called = nets.values().stream()
                .flatMap(Net::nodes)
                .filter(CallActivity.class::isInstance)
                .map(call -> String.valueOf(((CallActivity) call).getCalledElement()))
                .collect(Collectors.toSet());
        nets.values().stream().filter(net -> !called.contains(net.id())).forEach(this::root);
    }

    private void root(Net net) {
        Optional<StartEvent> start = net.start();
        if (start.isEmpty()) {
            seen.found(net, "followed", "has no start event; draw one");
            return;
        }
        Contract contract = promises.of(start.get());
        for (Outcome outcome : contract.outcomes()) {
            Stage stage = outcome.then().stage().orElse(Stage.ANY);
            Standing begun = new Standing(List.of(), stage, stage, Map.of(), Map.of());
            after(outcome, begun)
                    .forEach(entry ->
                            ended(net, contract, new Walk(net, this).from(entry, Way.begin(Net.words(start.get())))));
        }
    }

    private void ended(Net net, Contract start, Walked walked) {
        walked.ends().forEach((end, way) -> {
            end.thrown()
                    .ifPresent(error -> seen.found(
                            error.net(),
                            error.node(),
                            "errors-caught",
                            "may end with the error '" + error.code() + "', which nothing catches, on the way "
                                    + error.way() + "; put an error boundary event there or around it"));
            Stage stage = end.standing().stage();
            if (end.thrown().isEmpty()
                    && !start.ends().isEmpty()
                    && !start.ends().contains(stage)) {
                seen.found(
                        net,
                        "obligations-met",
                        "may end while the release is " + stage.name() + ", on the way " + way
                                + "; it may end only when "
                                + "the release is "
                                + start.ends().stream()
                                        .map(Stage::name)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            }
        });
    }

    Seen seen() {
        return seen;
    }

    Standing kept(Net net, Standing standing) {
        return matters.of(net, standing);
    }

    Standing kept(Standing standing) {
        return standing.keeping(matters.facts());
    }

    /** How a process may stand after an outcome. */
    List<Standing> after(Outcome outcome, Standing standing) {
        return Effects.of(outcome, standing, matters.facts(), assumed);
    }

    /** What may come of a node where the process stands; nothing = a finding. */
    List<Outcome> possible(Net net, FlowNode node, Standing standing, Way way) {
        Contract contract = promises.of(node);
        List<Outcome> possible = contract.outcomes().stream()
                .filter(outcome -> Effects.isPossible(outcome, standing))
                .toList();
        seen.come(node, possible);
        if (!contract.outcomes().isEmpty()
                && possible.stream().allMatch(outcome -> outcome.then().error().isPresent())) {
            seen.found(net, node, "in-its-stage", unfit(contract, standing) + ", on the way " + way);
        }
        return possible;
    }

    private static String unfit(Contract contract, Standing standing) {
        List<Outcome.When> fitting = contract.outcomes().stream()
                .map(Outcome::when)
                .filter(when -> Effects.stageFits(when, standing))
                .toList();
        if (fitting.stream().allMatch(when -> when.equals(Outcome.done().when()))) {
            return "comes when the release is " + standing.stage().name() + ", and is done only when it is "
                    + names(contract.outcomes().stream()
                            .flatMap(outcome -> outcome.when().stages().stream())
                            .map(Stage::name));
        }
        String gates =
                names(fitting.stream().flatMap(when -> when.gates().stream()).filter(gate -> !standing.passed(gate)));
        return gates.isEmpty()
                ? "comes where none is known of "
                        + names(fitting.stream()
                                .flatMap(when -> when.facts().entrySet().stream())
                                .map(fact -> fact.getKey() + " = " + fact.getValue()))
                : "comes before " + gates + " is passed";
    }

    private static String names(Stream<String> names) {
        return names.distinct().sorted().collect(Collectors.joining(", "));
    }

    /** Every gate that is demanded before the stage that was reached is passed. */
    void moved(Net net, FlowNode node, Standing from, Standing to, Way way) {
        if (from.stage().equals(to.stage())) {
            return;
        }
        assumed.demands().stream()
                .filter(demand -> demand.stage().equals(to.stage().name()))
                .filter(demand -> demand.isOf(assumed.value()) && !from.passed(demand.gate()))
                .forEach(demand -> seen.found(
                        net,
                        node,
                        "gate-on-the-way",
                        "makes the release " + to.stage().name() + " before " + demand.gate() + " is passed, which "
                                + "required-approvals demands"
                                + (demand.values().isEmpty()
                                        ? ""
                                        : " where " + demand.fact() + " is " + assumed.value())
                                + ", on the way " + way + "; put the task that decides it on this way"));
    }

    /** A timer that waits by a variable ends only where something gave it. */
    void timed(Net net, FlowNode event, Standing standing, Way way) {
        net.timer(event)
                .filter(name -> matters.times().contains(name))
                .filter(name ->
                        standing.facts().getOrDefault(name, Standing.NOTHING).equals(Standing.NOTHING))
                .ifPresent(name -> seen.found(
                        net,
                        event,
                        "fact-known",
                        "waits by '" + name + "', which nothing gave on the way " + way
                                + "; let a task before it give it, or take it over from the process that was called"));
    }

    Contract told(Net net, BoundaryEvent event) {
        return Promises.told(event)
                .map(message -> promises.message(message).orElseGet(() -> {
                    seen.found(
                            net,
                            event,
                            "message-told",
                            "waits for the message '" + message + "', which nobody tells; take one that is told");
                    return Contract.NOTHING;
                }))
                .orElse(Contract.NOTHING);
    }

    Walked called(Net net, CallActivity call, Standing rest, Way way) {
        Net called = nets.get(String.valueOf(call.getCalledElement()));
        if (called == null) {
            // That it is missing is found by another rule.
            return Walked.NEVER;
        }
        Standing entry =
                kept(new Standing(List.of(), rest.stage(), rest.before(), Calls.in(call, rest.facts()), rest.gates()));
        Call key = new Call(called.id(), entry);
        Optional<Walked> known = walks.get(key);
        if (known != null) {
            return known.orElseGet(() -> {
                seen.found(net, call, "calls-end", "calls a process that calls it again; let it end instead");
                return Walked.NEVER;
            });
        }
        walks.put(key, Optional.empty());
        Walked walked = new Walk(called, this).from(entry, way);
        walks.put(key, Optional.of(walked));
        return walked;
    }
}
