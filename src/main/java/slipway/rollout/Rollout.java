package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;

/**
 * The rollout of a release as it stands: {@code notCleared} says why it was refused last, {@code pausedBecause} why it
 * stands or last stood, and {@code decision} what people made of that.
 */
record Rollout(
        Optional<Thresholds> thresholds,
        Optional<Instant> scheduledAt,
        List<String> notCleared,
        String pausedBecause,
        Optional<PausedDecision> decision,
        List<Actor> decidedBy,
        String reason,
        boolean done) {

    /** Decided, and still to be carried out. */
    Optional<PausedDecision> toCarryOut() {
        return decision.filter(any -> !done);
    }
}
