package slipway.engine.share;

import java.util.HashMap;
import java.util.Map;

/** How many requests of each visitor are still being sent: one that trickles in holds a thread. */
final class Senders {
    static final int MOST = 4;

    private final Map<Visitor, Integer> sending = new HashMap<>();

    synchronized boolean begins(Visitor visitor) {
        if (sending.getOrDefault(visitor, 0) >= MOST) {
            return false;
        }
        sending.merge(visitor, 1, Integer::sum);
        return true;
    }

    synchronized void ends(Visitor visitor) {
        sending.computeIfPresent(visitor, (any, count) -> count > 1 ? count - 1 : null);
    }

    synchronized int all() {
        return sending.values().stream().mapToInt(Integer::intValue).sum();
    }
}
