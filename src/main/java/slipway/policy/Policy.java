package slipway.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import slipway.shared.SiteId;

/** The release policy in force, as far as releases bind to it. */
public record Policy(
        int version,
        Duration soak,
        Duration earlyLife,
        int minimumCoveragePercent,
        List<Window> windows,
        List<Freeze> freezes) {

    /** When sites may be activated, in each site's own time zone; from inclusive, to exclusive, to = midnight ends the day. */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    /** No activation from start (inclusive) to end (exclusive); no sites named = all. */
    public record Freeze(String name, Instant start, Instant end, Set<SiteId> sites) {}
}
