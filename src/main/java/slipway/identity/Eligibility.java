package slipway.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import slipway.identity.Duties.OpenGate;
import slipway.shared.Actor;

/** Looks for one assignment of people to all open gates that breaks no ban, given who did what already. */
final class Eligibility {
    private final Map<Duty, Set<Actor>> past;
    private final Function<String, Set<Actor>> members;

    Eligibility(Map<Duty, Set<Actor>> past, Function<String, Set<Actor>> members) {
        this.past = past;
        this.members = members;
    }

    /** The first gate that no assignment reaches; empty when all gates can be passed. */
    Optional<OpenGate> stuckAt(List<OpenGate> gates) {
        for (int upTo = 1; upTo <= gates.size(); upTo++) {
            if (!assign(gates.subList(0, upTo), 0, new ArrayList<>())) {
                return Optional.of(gates.get(upTo - 1));
            }
        }
        return Optional.empty();
    }

    /** Those that one assignment reaches together, without each that none reaches with those before it. */
    List<OpenGate> passable(List<OpenGate> gates) {
        List<OpenGate> passable = new ArrayList<>();
        for (OpenGate gate : gates) {
            passable.add(gate);
            if (!assign(passable, 0, new ArrayList<>())) {
                passable.removeLast();
            }
        }
        return passable;
    }

    private boolean assign(List<OpenGate> gates, int next, List<Actor> chosen) {
        if (next == gates.size()) {
            return true;
        }
        OpenGate gate = gates.get(next);
        for (Actor candidate : members.apply(gate.group())) {
            if (free(gate, candidate) && free(gate, candidate, gates, chosen)) {
                chosen.add(candidate);
                if (assign(gates, next + 1, chosen)) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }

    /** By what people did already. */
    private boolean free(OpenGate gate, Actor candidate) {
        return !gate.decided().contains(candidate)
                && past.entrySet().stream()
                        .noneMatch(act -> act.getKey().excludes(gate.duty())
                                && act.getValue().contains(candidate));
    }

    /** By what is assigned to them: {@code chosen} passes the first of the gates, in their order. */
    private static boolean free(OpenGate gate, Actor candidate, List<OpenGate> gates, List<Actor> chosen) {
        return IntStream.range(0, chosen.size())
                .filter(other -> chosen.get(other).equals(candidate))
                .mapToObj(gates::get)
                .noneMatch(other -> other.duty().excludes(gate.duty())
                        || (!gate.gate().isEmpty() && gate.gate().equals(other.gate())));
    }
}
