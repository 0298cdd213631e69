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

/**
 * Who decides for which of these groups at a gate, by how each group stands there: those, and every other that decided
 * there.
 */
record GroupGateRules(Gate gate, Set<String> groups, Map<String, Standing> standings, Persons persons) {

    /** Those of a task's groups decide that are demanded of the release, or all where none is. */
    static Set<String> deciding(Set<String> groups, Set<String> demanded) {
        Set<String> deciding = groups.stream().filter(demanded::contains).collect(Collectors.toUnmodifiableSet());
        return deciding.isEmpty() ? groups : deciding;
    }

    /** The groups that have still to decide, by name. */
    List<String> waiting() {
        return groups.stream()
                .filter(group -> !(standings.get(group) instanceof Granted))
                .sorted()
                .toList();
    }

    /**
     * The groups that may decide now: those that have still to, and all of them where none has, so that a gate that the
     * release comes back to is confirmed by one of them.
     */
    List<String> open() {
        List<String> waiting = waiting();
        return waiting.isEmpty() ? groups.stream().sorted().toList() : waiting;
    }

    /** Whether this person's word stands for another group already, under whatever account or address it was given. */
    boolean countsElsewhere(Actor actor, String group) {
        return counted(group).contains(persons.of(actor));
    }

    /** Whose word stands for another group. */
    Set<Actor> counted(String group) {
        return standings.entrySet().stream()
                .filter(each -> !each.getKey().equals(group))
                .map(Map.Entry::getValue)
                .filter(Granted.class::isInstance)
                .map(standing -> ((Granted) standing).approval())
                .flatMap(approval -> persons.doers(approval.actor(), approval.mail()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why this person decides nothing here, if so; {@code memberships} = the groups that they are in. */
    Optional<Refusal> refused(Actor actor, Collection<String> memberships, boolean granted, String reason) {
        List<String> open = open();
        if (open.stream().noneMatch(memberships::contains)) {
            return Optional.of(Refusal.of(
                    "another-group-decides",
                    "The gate " + name() + " waits for somebody of " + String.join(" and of ", open) + "."));
        }
        if (free(actor, memberships).isEmpty()) {
            return Optional.of(Refusal.of(
                    "one-person-one-group",
                    "You have passed the gate " + name() + " for another group already. Somebody else of "
                            + String.join(" or ", open) + " decides."));
        }
        return !granted && reason.isBlank()
                ? Optional.of(Refusal.at("reason", "reason-required", "Say what speaks against the release."))
                : Optional.empty();
    }

    /** The groups that this person, with these memberships, may decide for, by name. */
    List<String> free(Actor actor, Collection<String> memberships) {
        return open().stream()
                .filter(memberships::contains)
                .filter(group -> !countsElsewhere(actor, group))
                .toList();
    }

    /** By the newest decision of these groups, if there is one. */
    Verdict verdict(Optional<Approval> newest) {
        return newest.isPresent() && !newest.get().granted()
                ? Verdict.DENIED
                : waiting().isEmpty() ? Verdict.GRANTED : Verdict.OPEN;
    }

    private String name() {
        return GateWords.name(gate, Optional.empty());
    }
}
