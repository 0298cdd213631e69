package slipway.site;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one kind of work; each goes on to the next order by itself until there is none. */
final class OrderPool {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPool.class);

    private final Order.Kind kind;
    private final OrderRunner runner;
    private final Runnable whenThrough;
    private final ExecutorService threads;
    private final AtomicInteger free;

    /** {@code whenThrough} is called when a thread finds no further order; what settles before that waits for a poll. */
    OrderPool(Order.Kind kind, int size, OrderRunner runner, Runnable whenThrough) {
        this.kind = kind;
        this.runner = runner;
        this.whenThrough = whenThrough;
        String name = "site-" + kind.name().toLowerCase(Locale.ROOT) + "-";
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name(name, 1).factory());
        this.free = new AtomicInteger(size);
    }

    /** Begins as many due orders as threads are free. */
    void fill() {
        try {
            int most = free.get();
            if (most > 0) {
                runner.claim(kind, most).forEach(this::submit);
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look for orders of the kind {}, will try again: {}", kind, e.toString());
        }
    }

    private void submit(Claimed claimed) {
        free.decrementAndGet();
        threads.execute(() -> {
            try {
                runOn(List.of(claimed));
                whenThrough.run();
            } catch (RuntimeException e) {
                LOG.error("What came of an order of the kind {} could not be written; its lease will expire.", kind, e);
            } finally {
                free.incrementAndGet();
            }
        });
    }

    private void runOn(List<Claimed> first) {
        List<Claimed> next = first;
        while (!next.isEmpty()) {
            next.forEach(runner::run);
            next = threads.isShutdown() ? List.of() : runner.claim(kind, 1);
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    boolean isOver(long seconds) throws InterruptedException {
        return threads.awaitTermination(seconds, TimeUnit.SECONDS);
    }
}
