package slipway.rollout;

import java.util.Optional;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.RfcNumber;

/**
 * What one person said about a paused rollout; {@code groups} are those they belong to now, since who left a role decides
 * nothing any more. {@code removedBy} = the RFC that removes what was taken back. Two say the same only when they name the
 * same.
 */
record Word(Actor actor, PausedDecision decision, Set<String> groups, String reason, Optional<RfcNumber> removedBy) {
    Word {
        groups = Set.copyOf(groups);
    }
}
