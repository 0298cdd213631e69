package slipway.site;

import java.util.Optional;
import java.util.function.Supplier;

/** The right to write the outcome of an order: attempt and lease are checked under the lock of the order's row. */
public interface Lease {
    /** Writes a step in a transaction of its own; empty and nothing written when the lease was lost. */
    <T> Optional<T> write(Supplier<T> step);

    /** Writes the outcome, and the order is done; false and nothing written when the lease was lost. */
    boolean finish(Runnable outcome);
}
