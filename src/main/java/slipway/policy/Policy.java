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

    public Policy {
        if (soak.isNegative() || earlyLife.isNegative()) {
            throw new IllegalArgumentException("soak and early life cannot be negative");
        }
        if (minimumCoveragePercent < 0 || minimumCoveragePercent > 100) {
            throw new IllegalArgumentException(
                    "minimum coverage " + minimumCoveragePercent + " is not 0 to 100 percent");
        }
        windows = List.copyOf(windows);
        freezes = List.copyOf(freezes);
    }

    /** When sites may be activated, in each site's own time zone; from inclusive, to exclusive, to = midnight ends the day. */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Window {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "a window from " + from + " to " + to + " is empty; split one that crosses midnight");
            }
            days = Set.copyOf(days);
        }
    }

    /** No activation from start (inclusive) to end (exclusive); no sites named = all. */
    public record Freeze(String name, Instant start, Instant end, Set<SiteId> sites) {
        public Freeze {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("freeze '" + name + "' ends before it starts");
            }
            sites = Set.copyOf(sites);
        }
    }
}
