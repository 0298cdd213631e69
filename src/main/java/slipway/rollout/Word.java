package slipway.rollout;

import java.util.Set;
import slipway.shared.Actor;

/** What one person said about a paused rollout, and the groups they belonged to then. */
record Word(Actor actor, PausedDecision decision, Set<String> groups, String reason) {
    Word {
        groups = Set.copyOf(groups);
    }
}
