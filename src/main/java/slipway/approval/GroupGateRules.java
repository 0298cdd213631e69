package slipway.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Standing;
import slipway.approval.GroupGates.Verdict;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/** Who decides for which group at a gate that several groups pass, by how each of them stands. */
record GroupGateRules(Gate gate, Map<String, Standing> standings, Persons persons) {

    /** The groups that have still to decide, by name. */
    List<String> waiting() {
        return standings.entrySet().stream()
                .filter(each -> !(each.getValue() instanceof Granted))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whose word counts for one of the groups. */
    Set<Actor> counted() {
        return standings.values().stream()
                .filter(Granted.class::isInstance)
                .map(granted -> ((Granted) granted).approval().actor())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean counts(Actor actor) {
        return counted().stream().anyMatch(other -> persons.same(other, actor));
    }

    /** Why this person decides nothing here, if so; {@code memberships} = the groups that they are in. */
    Optional<Refusal> refused(Actor actor, Collection<String> memberships, boolean granted, String reason) {
        List<String> waiting = waiting();
        if (waiting.isEmpty()) {
            return Optional.of(Refusal.of(
                    "gate-passed", "Every group has passed the gate " + name() + ", and nothing of it changed."));
        }
        if (group(memberships).isEmpty()) {
            return Optional.of(Refusal.of(
                    "another-group-decides",
                    "The gate " + name() + " waits for somebody of " + String.join(" and of ", waiting) + "."));
        }
        if (counts(actor)) {
            return Optional.of(Refusal.of(
                    "one-person-one-group",
                    "You have passed the gate " + name() + " for another group already. Somebody else of "
                            + String.join(" or ", waiting) + " decides."));
        }
        return !granted && reason.isBlank()
                ? Optional.of(Refusal.at("reason", "reason-required", "Say what speaks against the release."))
                : Optional.empty();
    }

    /** The group that somebody with these memberships decides for. */
    Optional<String> group(Collection<String> memberships) {
        return waiting().stream().filter(memberships::contains).findFirst();
    }

    /** By the newest decision here, if there is one. */
    Verdict verdict(Optional<Approval> newest) {
        return newest.isPresent() && !newest.get().granted()
                ? Verdict.DENIED
                : waiting().isEmpty() ? Verdict.GRANTED : Verdict.OPEN;
    }

    private String name() {
        return GateWords.name(gate, Optional.empty());
    }
}
