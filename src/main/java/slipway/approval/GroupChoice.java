package slipway.approval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Duty;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/**
 * For which group somebody's word counts, so that each other that waits at the gate still finds somebody of its own;
 * {@code passable} = those of such open gates that can be passed together.
 */
record GroupChoice(GroupGateRules gate, UnaryOperator<List<OpenGate>> passable) {

    /** Of the groups that the person may decide for the one that leaves the most others somebody, the first of several. */
    String of(Actor actor, List<String> free) {
        return free.stream()
                .max(Comparator.comparingInt(group -> left(actor, group).size()))
                .orElseThrow();
    }

    /** Why the person does not pass the gate for that group: fewer groups than before could decide at all. */
    Optional<Refusal> strands(Actor actor, String group) {
        List<String> before = passable(gate.waiting().stream().map(this::open));
        List<String> left = left(actor, group);
        if (before.size() <= left.size() + (gate.waiting().contains(group) ? 1 : 0)) {
            return Optional.empty();
        }
        return before.stream()
                .filter(other -> !other.equals(group) && !left.contains(other))
                .findFirst()
                .map(other -> Refusal.of(
                        "strands-later-gate",
                        "Then nobody of the group " + other + " could pass the gate "
                                + GateWords.name(gate.gate(), Optional.empty())
                                + ", where one person counts for one group. Let somebody else of " + group
                                + " decide, or have a member added to " + other + "."));
    }

    /** The others that wait and still find somebody. */
    private List<String> left(Actor actor, String decided) {
        return passable(gate.waiting().stream()
                .filter(group -> !group.equals(decided))
                .map(group -> {
                    OpenGate open = open(group);
                    return new OpenGate(
                            open.duty(),
                            group,
                            open.gate(),
                            Stream.concat(open.decided().stream(), Stream.of(actor))
                                    .collect(Collectors.toUnmodifiableSet()));
                }));
    }

    private OpenGate open(String group) {
        return new OpenGate(Duty.AUTHORISER, group, gate.gate().id(), gate.counted(group));
    }

    private List<String> passable(Stream<OpenGate> gates) {
        return passable.apply(gates.toList()).stream().map(OpenGate::group).toList();
    }
}
