package slipway.engine.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import slipway.engine.SystemScope;
import slipway.engine.TerminalFailure;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.shared.ReleaseNumber;

/** One attempt at an order: work outside any transaction, then outcome and completion in one. */
@Component
class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final int COMPLETIONS = 5;

    private final Orders orders;
    private final TransactionOperations transactions;
    private final ScheduledExecutorService pulse;
    private final long beatMillis;

    Attempt(
            Orders orders,
            TransactionOperations transactions,
            ScheduledExecutorService workPulse,
            WorkSettings settings) {
        this.orders = orders;
        this.transactions = transactions;
        this.pulse = workPulse;
        this.beatMillis = settings.lock().toMillis() / 4;
    }

    void at(Work work, LockedExternalTask task) {
        ScheduledFuture<?> heartbeat =
                pulse.scheduleAtFixedRate(() -> beat(task.getId()), beatMillis, beatMillis, TimeUnit.MILLISECONDS);
        try {
            complete(task, work.run(order(task)));
        } catch (InterruptedException e) {
            // Only a stopping node interrupts its work: no failure, the next boot takes the order over.
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            report(task, e);
        } finally {
            heartbeat.cancel(false);
        }
    }

    private WorkOrder order(LockedExternalTask task) {
        if (task.getBusinessKey() == null) {
            throw new TerminalFailure("the process of external task " + task.getId() + " has no business key");
        }
        Map<String, Object> variables = new LinkedHashMap<>(task.getVariables());
        return new WorkOrder(
                task.getTopicName() + "-" + task.getId(),
                new ReleaseNumber(task.getBusinessKey()),
                variables,
                orders.block(task));
    }

    private void complete(LockedExternalTask task, Work.Finish finish) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(transaction -> {
                    Map<String, Object> routing = finish.record();
                    finish.error()
                            .ifPresentOrElse(
                                    error -> orders.raise(task.getId(), error),
                                    () -> orders.complete(task.getId(), routing));
                });
                return;
            } catch (OptimisticLockingException e) {
                if (attempt == COMPLETIONS) {
                    throw e;
                }
                LOG.debug("order {} met a concurrent change, completing again", task.getId(), e);
            }
        }
    }

    private void report(LockedExternalTask task, Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            LOG.debug("order {} was interrupted", task.getId(), failure);
        } else if (!orders.mine(task.getId())) {
            LOG.warn("Lost the lock of order {} ({}); its outcome is discarded.", task.getId(), task.getTopicName());
        } else {
            RetryCycle next =
                    Failures.isTerminal(failure) ? RetryCycle.exhausted() : RetryCycle.after(task.getRetries());
            LOG.warn(
                    "Work '{}' for {} failed, {} attempts left: {}",
                    task.getTopicName(),
                    task.getBusinessKey(),
                    next.retries(),
                    failure.toString());
            orders.fail(task.getId(), failure, next);
        }
    }

    private void beat(String task) {
        try {
            SystemScope.run(() -> orders.extendLock(task));
        } catch (RuntimeException e) {
            LOG.warn("Could not extend the lock of order {}: {}", task, e.getMessage());
        }
    }
}
