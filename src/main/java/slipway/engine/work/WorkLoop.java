package slipway.engine.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;

/** Looks for orders after every commit that made one, and now and then for those whose wait or lock is over. */
@Component
class WorkLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);

    private final Worker worker;
    private final Orders orders;
    private final WorkSettings settings;
    private final AtomicInteger free = new AtomicInteger();
    private volatile @Nullable ScheduledExecutorService fetcher;
    private @Nullable ExecutorService pool;

    WorkLoop(Worker worker, Orders orders, WorkSettings settings) {
        this.worker = worker;
        this.orders = orders;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.active();
    }

    @Override
    public synchronized void start() {
        long freed = SystemScope.call(orders::takeOver);
        if (freed > 0) {
            LOG.info("Took over {} orders that an earlier run of this node left unfinished.", freed);
        }
        free.set(settings.threads());
        ExecutorService workers = Executors.newFixedThreadPool(
                settings.threads(), Thread.ofPlatform().name("work-", 1).factory());
        ScheduledExecutorService fetching = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("work-fetch").daemon(true).factory());
        pool = workers;
        fetcher = fetching;
        fetching.scheduleWithFixedDelay(() -> fetch(workers), 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener(WorkOrdered.class)
    void wake() {
        ScheduledExecutorService fetching = fetcher;
        ExecutorService workers = pool;
        if (fetching != null && workers != null) {
            try {
                fetching.execute(() -> fetch(workers));
            } catch (RejectedExecutionException e) {
                LOG.debug("the loop stops, the order waits for the next start", e);
            }
        }
    }

    private void fetch(ExecutorService workers) {
        try {
            int most = free.get();
            if (most > 0) {
                worker.fetchDue(most).forEach(task -> submit(workers, task));
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look for work, will try again: {}", e.toString());
        }
    }

    private void submit(ExecutorService workers, LockedExternalTask task) {
        free.decrementAndGet();
        workers.execute(() -> {
            try {
                worker.run(task);
            } catch (RuntimeException e) {
                LOG.error("The failure of order {} could not be reported; its lock will expire.", task.getId(), e);
            } finally {
                free.incrementAndGet();
                wake();
            }
        });
    }

    @Override
    public synchronized void stop() {
        if (fetcher != null) {
            fetcher.shutdownNow();
            fetcher = null;
        }
        if (pool != null) {
            pool.shutdownNow();
            pool.close();
            pool = null;
        }
    }

    @Override
    public boolean isRunning() {
        return fetcher != null;
    }
}
