package slipway.engine.proof;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import slipway.engine.ModelDemands.Demand;
import slipway.engine.Outcome;
import slipway.engine.Stage;

/** What has to be told apart while a set of models is followed; all else is forgotten, which keeps standings few. */
final class Matters {
    private final Collection<Net> nets;
    private final Promises promises;
    private final Set<String> facts;
    private final Set<String> times;
    private final Set<String> gates;
    private final Set<String> gatesOnce;
    private final Set<Stage> lookingBack;
    private final Map<Net, Liveness> livenesses = new HashMap<>();

    Matters(Collection<Net> nets, Promises promises, List<Demand> demands) {
        this.nets = nets;
        this.promises = promises;
        Set<String> called = nets.stream()
                .flatMap(Net::nodes)
                .filter(CallActivity.class::isInstance)
                .map(node -> ((CallActivity) node).getCalledElement())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> given = outcomes()
                .flatMap(outcome -> outcome.then().facts().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        // A process that none of the set calls may be started with facts that come from elsewhere.
        this.times = nets.stream()
                .flatMap(net ->
                        net.timers().stream().filter(variable -> called.contains(net.id()) || given.contains(variable)))
                .collect(Collectors.toUnmodifiableSet());
        this.facts = Stream.of(
                        nets.stream().flatMap(net -> net.read().stream()),
                        outcomes().flatMap(outcome -> outcome.when().facts().keySet().stream()),
                        times.stream())
                .flatMap(each -> each)
                .collect(Collectors.toUnmodifiableSet());
        this.gates = Stream.concat(
                        outcomes().flatMap(outcome -> outcome.when().gates().stream()),
                        demands.stream().map(Demand::gate))
                .collect(Collectors.toUnmodifiableSet());
        this.gatesOnce =
                outcomes().flatMap(outcome -> outcome.when().once().stream()).collect(Collectors.toUnmodifiableSet());
        this.lookingBack = outcomes()
                .filter(Outcome::looksBack)
                .flatMap(outcome -> outcome.when().stages().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Outcome> outcomes() {
        return nets.stream().flatMap(Net::nodes).flatMap(node -> promises.of(node).outcomes().stream());
    }

    Set<String> facts() {
        return facts;
    }

    /** Those of them by which timers wait. */
    Set<String> times() {
        return times;
    }

    /** The standing of a process with only what still matters from there on. */
    Standing of(Net net, Standing standing) {
        Liveness liveness = livenesses.computeIfAbsent(net, any -> new Liveness(net, promises, takenOver(net)));
        Set<String> live = standing.distinct()
                .flatMap(token -> liveness.at(token).stream())
                .filter(facts::contains)
                .collect(Collectors.toSet());
        Standing kept = standing.keeping(live).keepingGates(gates, gatesOnce);
        return lookingBack.contains(kept.stage()) ? kept : kept.forgetting();
    }

    private Set<String> takenOver(Net net) {
        return nets.stream()
                .flatMap(Net::nodes)
                .filter(CallActivity.class::isInstance)
                .map(CallActivity.class::cast)
                .filter(call -> net.id().equals(call.getCalledElement()))
                .flatMap(Net::outs)
                .flatMap(out -> Optional.ofNullable(out.getCamundaSource()).stream())
                .collect(Collectors.toSet());
    }
}
