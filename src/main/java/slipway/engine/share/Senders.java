package slipway.engine.share;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many requests of each visitor are still being sent: one that trickles in holds a thread. */
final class Senders {
    static final int MOST = 4;

    private final List<Visitor> sending = new ArrayList<>();

    synchronized boolean begins(Visitor visitor) {
        return Collections.frequency(sending, visitor) < MOST && sending.add(visitor);
    }

    synchronized void ends(Visitor visitor) {
        sending.remove(visitor);
    }

    synchronized int all() {
        return sending.size();
    }
}
