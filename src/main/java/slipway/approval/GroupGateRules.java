package slipway.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * The groups that may decide now: those that have still to, and all of them where none has, so that a gate that the
     * release comes back to is confirmed by one of them.
     */
    List<String> open() {
        List<String> waiting = waiting();
        return waiting.isEmpty() ? standings.keySet().stream().sorted().toList() : waiting;
    }

    /** Whether this person's word stands for another group already. */
    boolean countsElsewhere(Actor actor, String group) {
        return standings.entrySet().stream()
                .filter(each -> !each.getKey().equals(group))
                .map(Map.Entry::getValue)
                .anyMatch(standing -> standing instanceof Granted granted
                        && persons.same(granted.approval().actor(), actor));
    }

    /** Why this person decides nothing here, if so; {@code memberships} = the groups that they are in. */
    Optional<Refusal> refused(Actor actor, Collection<String> memberships, boolean granted, String reason) {
        List<String> open = open();
        if (open.stream().noneMatch(memberships::contains)) {
            return Optional.of(Refusal.of(
                    "another-group-decides",
                    "The gate " + name() + " waits for somebody of " + String.join(" and of ", open) + "."));
        }
        if (group(actor, memberships).isEmpty()) {
            return Optional.of(Refusal.of(
                    "one-person-one-group",
                    "You have passed the gate " + name() + " for another group already. Somebody else of "
                            + String.join(" or ", open) + " decides."));
        }
        return !granted && reason.isBlank()
                ? Optional.of(Refusal.at("reason", "reason-required", "Say what speaks against the release."))
                : Optional.empty();
    }

    /** The group that this person, with these memberships, decides for. */
    Optional<String> group(Actor actor, Collection<String> memberships) {
        return open().stream()
                .filter(memberships::contains)
                .filter(group -> !countsElsewhere(actor, group))
                .findFirst();
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
