package slipway.engine.guard;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import slipway.shared.Refusal;

/**
 * What failed in this thread's request while the engine executed a command: what fails before, in reading the request, is
 * its caller's.
 */
public final class ThrownInside {
    /** What a pool does not say that waited for a connection in vain. */
    private static final String NO_CONNECTION = "08001";

    private static final ThreadLocal<@Nullable Throwable> THROWN = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Refusal> REFUSED = new ThreadLocal<>();

    private ThrownInside() {}

    /** Begins a request. */
    public static void forget() {
        THROWN.remove();
        REFUSED.remove();
    }

    static void note(Throwable thrown) {
        THROWN.set(thrown);
    }

    /** What Slipway refused, whatever the engine's door made of that. */
    public static Optional<Refusal> refused() {
        return Optional.ofNullable(REFUSED.get());
    }

    static void note(Refusal refusal) {
        REFUSED.set(refusal);
    }

    public static boolean happened() {
        return THROWN.get() != null;
    }

    /** Whether the engine forbade it, whatever its door made of that. */
    public static boolean forbidden() {
        return THROWN.get() instanceof AuthorizationException;
    }

    /** What the database said, as a code of the SQL standard; empty = it said nothing. */
    public static Optional<String> sqlState() {
        return sqlState(THROWN.get());
    }

    /** The same of anything that was thrown. */
    public static Optional<String> sqlState(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = next(each)) {
            if (each instanceof SQLException said && said.getSQLState() != null) {
                return Optional.of(said.getSQLState());
            }
            if (each instanceof SQLTransientConnectionException) {
                return Optional.of(NO_CONNECTION);
            }
        }
        return Optional.empty();
    }

    /** Where not even a roll-back was possible, what it was for says more. */
    private static @Nullable Throwable next(Throwable thrown) {
        return thrown instanceof TransactionSystemException failed && failed.getApplicationException() != null
                ? failed.getApplicationException()
                : thrown.getCause();
    }
}
