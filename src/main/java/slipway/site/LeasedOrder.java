package slipway.site;

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
    public boolean write(Runnable step) {
        return underLock(step);
    }

    @Override
    public boolean finish(Runnable outcome) {
        boolean done = underLock(() -> {
            outcome.run();
            leases.done(claimed);
        });
        finished = finished || done;
        return done;
    }

    private boolean underLock(Runnable step) {
        if (finished) {
            return false;
        }
        Boolean held = transactions.execute(status -> {
            if (!leases.hold(claimed, worker)) {
                return false;
            }
            step.run();
            return true;
        });
        boolean written = Boolean.TRUE.equals(held);
        lost = !written;
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
