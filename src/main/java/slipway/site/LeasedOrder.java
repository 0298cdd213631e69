package slipway.site;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** The lease of one claimed order; everything is written under the lock of its row. */
final class LeasedOrder implements Lease {
    private final LeaseTable leases;
    private final TransactionOperations transactions;
    private final Claimed claimed;
    private final String worker;
    private volatile boolean finished;
    private volatile boolean lost;

    LeasedOrder(LeaseTable leases, TransactionOperations transactions, Claimed claimed, String worker) {
        this.leases = leases;
        this.transactions = transactions;
        this.claimed = claimed;
        this.worker = worker;
    }

    @Override
    public <T> Optional<T> write(Supplier<T> step) {
        return fenced(() -> leases.hold(claimed, worker), step);
    }

    @Override
    public boolean finish(Runnable outcome) {
        boolean done = fenced(() -> leases.done(claimed, worker), () -> {
                    outcome.run();
                    return true;
                })
                .isPresent();
        finished = finished || done;
        return done;
    }

    private <T> Optional<T> fenced(BooleanSupplier fence, Supplier<T> step) {
        if (finished) {
            return Optional.empty();
        }
        Optional<T> written =
                Optional.ofNullable(transactions.execute(status -> fence.getAsBoolean() ? step.get() : null));
        lost = written.isEmpty();
        return written;
    }

    boolean finished() {
        return finished;
    }

    /** Whether a write was refused because somebody else holds the order. */
    boolean lost() {
        return lost;
    }
}
