package slipway.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** What this process holds and gives back at its end, the last taken first. */
final class Running {
    /** How long an end waits for what is under way; what is not over by then is taken up again as after a kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final AtomicBoolean ENDING = new AtomicBoolean();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final ReentrantLock starts = new ReentrantLock();
    private boolean stopped;

    /** Begins something that would outlive this process. */
    @FunctionalInterface
    interface Start<T> {
        T begin() throws IOException;
    }

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

    /** Begins something and remembers how to give it back; an end that comes meanwhile waits until it can. */
    <T> T holds(Start<T> start, Consumer<T> giveBack) throws IOException {
        starts.lock();
        try {
            if (ending()) {
                throw new IllegalStateException("asked to end before it had started; nobody is told");
            }
            T begun = start.begin();
            holds(() -> giveBack.accept(begun));
            return begun;
        } finally {
            starts.unlock();
        }
    }

    void startsWith(ConfigurableApplicationContext context) {
        holds(() -> patiently(context::close));
    }

    /** Whether this process was asked to end: a start that breaks off then is no failure. */
    static boolean ending() {
        return ENDING.get();
    }

    void stop() {
        ENDING.set(true);
        boolean over = over();
        Deque<Runnable> all;
        synchronized (held) {
            stopped = true;
            all = new ArrayDeque<>(held);
            held.clear();
        }
        if (over) {
            starts.unlock();
        }
        all.forEach(Runnable::run);
    }

    /** Whether nothing begins any more. */
    private boolean over() {
        try {
            return starts.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // An application that still starts, or whose database is away, closes long after.
    private static void patiently(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name("stop-application").start(work);
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
