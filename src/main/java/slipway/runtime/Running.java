package slipway.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ConfigurableApplicationContext;

/** What this process holds and gives back at its end, the last taken first. */
final class Running {
    private static final AtomicBoolean ENDING = new AtomicBoolean();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean stopped;

    /** Remembers how to give something back; when the end has already come it is given back at once. */
    void holds(Runnable giveBack) {
        synchronized (held) {
            if (!stopped) {
                held.push(giveBack);
                return;
            }
        }
        giveBack.run();
    }

    void startsWith(ConfigurableApplicationContext context) {
        holds(context::close);
    }

    /** Whether this process was asked to end: a start that breaks off then is no failure. */
    static boolean ending() {
        return ENDING.get();
    }

    void stop() {
        ENDING.set(true);
        Deque<Runnable> all;
        synchronized (held) {
            stopped = true;
            all = new ArrayDeque<>(held);
            held.clear();
        }
        all.forEach(Runnable::run);
    }
}
