package slipway.rollout;

import java.util.List;
import java.util.stream.IntStream;
import slipway.event.EventLog;

/**
 * What people said elsewhere since a rollout stands, and whoever decides should know: incidents, recalls, RFCs, and sites
 * reported late.
 */
final class SinceThen {
    private SinceThen() {}

    /** {@code history} oldest first. */
    static List<PausedRollouts.Happening> of(List<EventLog.Entry> history) {
        int pause = IntStream.range(0, history.size())
                .filter(place -> history.get(place).event() instanceof RolloutEvent.RolloutPaused)
                .max()
                .orElse(history.size());
        return history.stream()
                .skip(pause)
                .filter(entry -> !(entry.event() instanceof RolloutEvent)
                        || entry.event() instanceof RolloutEvent.SiteReportedLate)
                .filter(entry -> entry.actor().isPresent())
                .map(entry -> new PausedRollouts.Happening(
                        entry.actor().orElseThrow(), entry.event().words()))
                .toList();
    }
}
