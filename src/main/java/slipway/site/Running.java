package slipway.site;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order that a thread of this process works on; losing its lease ends the work. */
final class Running {
    private final Claimed claimed;
    private final LeasedOrder lease;
    private @Nullable Thread thread;
    private Instant until;
    private boolean lost;

    Running(Claimed claimed, LeasedOrder lease, Thread thread, Instant until) {
        this.claimed = claimed;
        this.lease = lease;
        this.thread = thread;
        this.until = until;
    }

    Claimed claimed() {
        return claimed;
    }

    synchronized void extended(Instant now) {
        until = now;
    }

    synchronized boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** False when there is nothing left to lose. */
    synchronized boolean lose() {
        if (lease.finished() || thread == null) {
            return false;
        }
        lost = true;
        thread.interrupt();
        return true;
    }

    synchronized boolean lost() {
        return lost;
    }

    /** The thread goes on to something else; an interruption that came of a lost lease stays behind. */
    synchronized void end() {
        if (lost) {
            Thread.interrupted();
        }
        thread = null;
    }
}
