package slipway.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.RfcNumber;

/**
 * What one person said about a paused rollout; {@code groups} are those they belong to now, since who left a role decides
 * nothing any more. {@code removedBy} = the RFCs that remove what was taken back. Two say the same only when they name the
 * same.
 */
record Word(Actor actor, PausedDecision decision, Set<String> groups, String reason, List<RfcNumber> removedBy) {
    Word {
        groups = Set.copyOf(groups);
        removedBy = removedBy.stream()
                .distinct()
                .sorted(Comparator.comparing(RfcNumber::value))
                .toList();
    }
}
