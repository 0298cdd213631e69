package slipway.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has orders done as soon as they can be, by threads of their own for each kind, so that a restore waits behind nothing
 * else; and has the engine told what came of them.
 */
@Component
class OrderLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OrderLoop.class);
    private static final long LAST_WORD_SECONDS = 10;

    private final OrderRunner runner;
    private final Telling telling;
    private final Pulse pulse;
    private final SiteWorker worker;
    private final SiteSettings settings;
    private volatile @Nullable Crew crew;

    OrderLoop(OrderRunner runner, Telling telling, Pulse pulse, SiteWorker worker, SiteSettings settings) {
        this.runner = runner;
        this.telling = telling;
        this.pulse = pulse;
        this.worker = worker;
        this.settings = settings;
    }

    /** The threads of one start: one that finds orders, one that tells, one that keeps leases alive, and the pools. */
    private record Crew(Beat finder, Beat teller, Beat beater, List<OrderPool> pools) {}

    /** A thread that does one thing again and again, and at once when asked. */
    private record Beat(ScheduledExecutorService thread, AtomicBoolean asked, Runnable what) {
        static Beat of(String name, Runnable what) {
            return new Beat(
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name(name).daemon(true).factory()),
                    new AtomicBoolean(),
                    () -> quietly(name, what));
        }

        void every(long millis) {
            thread.scheduleWithFixedDelay(what, millis, millis, TimeUnit.MILLISECONDS);
        }

        void soon() {
            // Asked a hundred times before it comes to it, it still looks once.
            if (asked.compareAndSet(false, true)) {
                try {
                    thread.execute(() -> {
                        asked.set(false);
                        what.run();
                    });
                } catch (RejectedExecutionException e) {
                    LOG.debug("the loop stops, orders wait for the next start", e);
                }
            }
        }

        private static void quietly(String name, Runnable what) {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.warn("{} failed and will try again: {}", name, e.toString());
            }
        }
    }

    @Override
    public boolean isAutoStartup() {
        return settings.active();
    }

    @Override
    public synchronized void start() {
        takeOver();
        List<OrderPool> pools = Arrays.stream(Order.Kind.values())
                .map(kind -> new OrderPool(kind, settings.threads(kind), runner, this::told))
                .toList();
        Crew started = new Crew(
                Beat.of("site-find", () -> find(pools)),
                Beat.of("site-tell", this::tell),
                Beat.of("site-pulse", pulse::beat),
                pools);
        crew = started;
        started.finder().every(settings.poll().toMillis());
        started.teller().every(settings.poll().toMillis());
        started.beater().every(settings.lease().toMillis() / 4);
        wake();
    }

    private void takeOver() {
        try {
            int left = worker.signIn().map(runner::takeOverFrom).orElse(0);
            if (left > 0) {
                LOG.info("Took over {} orders at sites that an earlier run left unfinished.", left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TransactionalEventListener(classes = OrdersOpened.class, fallbackExecution = true)
    void wake() {
        Crew awake = crew;
        if (awake != null) {
            awake.finder().soon();
            awake.teller().soon();
        }
    }

    private void told() {
        Crew awake = crew;
        if (awake != null) {
            awake.teller().soon();
        }
    }

    private void find(List<OrderPool> pools) {
        runner.takeOver();
        pools.forEach(OrderPool::fill);
    }

    private void tell() {
        if (telling.tellDue() > 0) {
            told();
        }
    }

    @Override
    public synchronized void stop() {
        Crew stopping = crew;
        crew = null;
        if (stopping == null) {
            return;
        }
        stopping.finder().thread().shutdown();
        stopping.teller().thread().shutdown();
        try {
            // What it claims now would find no thread any more.
            await(stopping.finder().thread(), "Looking for orders");
            stopping.pools().forEach(OrderPool::stop);
            for (OrderPool pool : stopping.pools()) {
                if (!pool.isOver(LAST_WORD_SECONDS)) {
                    LOG.warn("Some work at sites did not stop when asked; it is begun again later.");
                }
            }
            await(stopping.teller().thread(), "Telling what came of orders");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopping.beater().thread().shutdownNow();
    }

    private static void await(ScheduledExecutorService thread, String what) throws InterruptedException {
        if (!thread.awaitTermination(LAST_WORD_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("{} did not stop when asked; the next start goes on with it.", what);
        }
    }

    @Override
    public boolean isRunning() {
        return crew != null;
    }
}
