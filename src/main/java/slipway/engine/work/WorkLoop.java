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

    private static final long LAST_WORD_SECONDS = 10;

    private final Worker worker;
    private final Orders orders;
    private final WorkSettings settings;
    private volatile @Nullable Crew crew;

    WorkLoop(Worker worker, Orders orders, WorkSettings settings) {
        this.worker = worker;
        this.orders = orders;
        this.settings = settings;
    }

    /** The threads of one start. */
    private record Crew(ScheduledExecutorService fetcher, ExecutorService workers, AtomicInteger free) {}

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
        Crew started = new Crew(
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("work-fetch").daemon(true).factory()),
                Executors.newFixedThreadPool(
                        settings.threads(), Thread.ofPlatform().name("work-", 1).factory()),
                new AtomicInteger(settings.threads()));
        crew = started;
        started.fetcher()
                .scheduleWithFixedDelay(() -> fetch(started), 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener(WorkOrdered.class)
    void wake() {
        Crew awake = crew;
        if (awake != null) {
            wake(awake);
        }
    }

    private void wake(Crew awake) {
        try {
            awake.fetcher().execute(() -> fetch(awake));
        } catch (RejectedExecutionException e) {
            LOG.debug("the loop stops, the order waits for the next start", e);
        }
    }

    private void fetch(Crew awake) {
        try {
            int most = awake.free().get();
            if (most > 0) {
                worker.fetchDue(most).forEach(task -> submit(awake, task));
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look for work, will try again: {}", e.toString());
        }
    }

    private void submit(Crew awake, LockedExternalTask task) {
        awake.free().decrementAndGet();
        awake.workers().execute(() -> {
            try {
                worker.run(task);
            } catch (RuntimeException e) {
                LOG.error("The failure of order {} could not be reported; its lock will expire.", task.getId(), e);
            } finally {
                awake.free().incrementAndGet();
                wake(awake);
            }
        });
    }

    @Override
    public synchronized void stop() {
        Crew stopping = crew;
        crew = null;
        if (stopping == null) {
            return;
        }
        stopping.fetcher().shutdownNow();
        stopping.workers().shutdownNow();
        try {
            if (!stopping.workers().awaitTermination(LAST_WORD_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some work did not stop when asked; the next start takes it over.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return crew != null;
    }
}
