package slipway.identity;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
            if (!assign(gates.subList(0, upTo), 0, new EnumMap<>(Duty.class))) {
                return Optional.of(gates.get(upTo - 1));
            }
        }
        return Optional.empty();
    }

    private boolean assign(List<OpenGate> gates, int next, Map<Duty, Set<Actor>> chosen) {
        if (next == gates.size()) {
            return true;
        }
        OpenGate gate = gates.get(next);
        for (Actor candidate : members.apply(gate.group())) {
            if (free(gate.duty(), candidate, past) && free(gate.duty(), candidate, chosen)) {
                Set<Actor> holders = chosen.computeIfAbsent(gate.duty(), ignored -> new HashSet<>());
                boolean added = holders.add(candidate);
                if (assign(gates, next + 1, chosen)) {
                    return true;
                }
                if (added) {
                    holders.remove(candidate);
                }
            }
        }
        return false;
    }

    private static boolean free(Duty duty, Actor actor, Map<Duty, Set<Actor>> acts) {
        return acts.entrySet().stream()
                .noneMatch(act -> act.getKey().excludes(duty) && act.getValue().contains(actor));
    }
}
