package slipway.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.engine.SystemScope;
import slipway.engine.TerminalFailure;

/** Does claimed orders with the handlers of their kinds, each write in a transaction of its own. */
@Component
class OrderRunner {
    private static final Logger LOG = LoggerFactory.getLogger(OrderRunner.class);
    private static final Duration AFTER_SILENCE = Duration.ofHours(1);

    private final LeaseTable leases;
    private final ObjectProvider<OrderHandler> handlers;
    private final Pulse pulse;
    private final SiteWorker worker;
    private final SiteSettings settings;
    private final Clock clock;
    private final TransactionOperations transactions;

    OrderRunner(
            LeaseTable leases,
            ObjectProvider<OrderHandler> handlers,
            Pulse pulse,
            SiteWorker worker,
            SiteSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.leases = leases;
        this.handlers = handlers;
        this.pulse = pulse;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The most urgent due order of these kinds, claimed; what was left lying by the dead is taken over. */
    Optional<Claimed> claimNext(Set<Order.Kind> kinds) {
        Optional<Claimed> open = firstOf(kinds);
        return open.isEmpty() && takeOver() > 0 ? firstOf(kinds) : open;
    }

    private Optional<Claimed> firstOf(Set<Order.Kind> kinds) {
        return kinds.stream().sorted().flatMap(kind -> claim(kind, 1).stream()).findFirst();
    }

    List<Claimed> claim(Order.Kind kind, int most) {
        Instant now = clock.instant();
        return LeaseTable.unlessTaken(
                () -> leases.claim(kind, most, worker.id(), now, now.plus(settings.lease())), List.of());
    }

    /** Opens what somebody began and did not extend in time. */
    int takeOver() {
        return wanted(leases.reopenOver(clock.instant()));
    }

    /** Opens what a worker holds who is known to be gone. */
    int takeOverFrom(String gone) {
        return wanted(leases.reopenOf(gone));
    }

    /** Asked apart for each, since each may wait for another wave, and none for the answer to another. */
    private int wanted(List<Order> opened) {
        opened.forEach(order -> {
            try {
                transactions.executeWithoutResult(status -> reopened(order));
            } catch (RuntimeException e) {
                LOG.warn(
                        "Nobody could be asked whether order {} is still wanted; whoever begins it looks.",
                        order.id(),
                        e);
            }
        });
        return opened.size();
    }

    private void reopened(Order order) {
        handlers.stream()
                .filter(handler -> handler.kind() == order.batch().kind())
                .forEach(handler -> handler.reopened(order));
    }

    /** Gives an order back, due again then, unless nobody wants it any more. */
    void giveBack(Claimed claimed, int tries, String problem, Instant due) {
        transactions.executeWithoutResult(status -> {
            if (leases.giveBack(claimed, worker.id(), tries, problem, due)) {
                reopened(claimed.order());
            }
        });
    }

    void run(Claimed claimed) {
        LeasedOrder lease = new LeasedOrder(leases, transactions, claimed, worker.id());
        Running running = pulse.begin(claimed, lease);
        try {
            SystemScope.run(() -> perform(claimed, running, lease));
        } finally {
            pulse.end(running);
        }
    }

    private void perform(Claimed claimed, Running running, LeasedOrder lease) {
        try {
            handler(claimed.order().batch().kind()).perform(claimed.order(), lease);
            if (!lease.finished() && !lease.lost()) {
                failed(claimed, lease, new IllegalStateException("its handler ended without an outcome"));
            }
        } catch (Exception | Error e) {
            if (lease.finished() || lease.lost() || running.lost()) {
                LOG.warn(
                        "Order {} failed after it was out of our hands.",
                        claimed.order().id(),
                        e);
            } else if (e instanceof InterruptedException
                    || Thread.currentThread().isInterrupted()) {
                handBack(claimed);
            } else {
                failed(claimed, lease, e);
            }
        }
    }

    /** A stopping node is no failure: somebody else, or the next boot, begins the order again. */
    private void handBack(Claimed claimed) {
        Thread.interrupted();
        try {
            giveBack(claimed, claimed.tries() - 1, "", clock.instant());
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(Claimed claimed, LeasedOrder lease, Throwable failure) {
        String problem = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        Optional<Duration> wait =
                failure instanceof TerminalFailure ? Optional.empty() : Retries.after(claimed.tries());
        if (wait.isPresent()) {
            LOG.warn("Order {} failed and is tried again in {}.", words(claimed), wait.get(), failure);
            again(claimed, problem, wait.get());
            return;
        }
        LOG.error("Order {} failed for good.", words(claimed), failure);
        try {
            handler(claimed.order().batch().kind()).gaveUp(claimed.order(), lease, problem);
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told that order {} failed.", words(claimed), e);
        }
        if (!lease.finished()) {
            again(claimed, problem, AFTER_SILENCE);
        }
    }

    private void again(Claimed claimed, String problem, Duration wait) {
        giveBack(claimed, claimed.tries(), problem, clock.instant().plus(wait));
    }

    OrderHandler handler(Order.Kind kind) {
        return handlers.stream()
                .filter(handler -> handler.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new TerminalFailure("nobody does orders of the kind " + kind));
    }

    private static String words(Claimed claimed) {
        Order order = claimed.order();
        return order.id() + " (" + order.batch().kind() + " of " + order.unit() + " at " + order.site() + " for "
                + order.batch().release() + ", try " + claimed.tries() + ")";
    }
}
