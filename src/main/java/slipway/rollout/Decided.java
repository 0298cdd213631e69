package slipway.rollout;

import java.util.List;
import java.util.Optional;
import slipway.rollout.RolloutEvent.Kind;

/** The decision that the recorded steps leave open: made, and not carried out yet. */
final class Decided {
    private Decided() {}

    static Optional<PausedDecision> latest(List<RolloutEvent> events) {
        return events.isEmpty() || events.getLast().kind() != Kind.DECIDED
                ? Optional.empty()
                : Optional.of(PausedDecision.valueOf(events.getLast().detail()));
    }

    /** What the back-out that was ordered last covers. */
    static Optional<PausedDecision> ordered(List<RolloutEvent> events) {
        return events.reversed().stream()
                .filter(event -> event.kind() == Kind.BACKOUT_ORDERED)
                .findFirst()
                .map(event -> PausedDecision.valueOf(event.detail()));
    }
}
