package slipway.engine.guard;

import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * What failed in this thread's request while the engine executed a command: what fails before, in reading the request, is
 * its caller's.
 */
public final class ThrownInside {
    private static final ThreadLocal<@Nullable Throwable> THROWN = new ThreadLocal<>();

    private ThrownInside() {}

    /** Begins a request. */
    public static void forget() {
        THROWN.remove();
    }

    static void note(Throwable thrown) {
        THROWN.set(thrown);
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
        for (Throwable each = THROWN.get(); each != null; each = each.getCause()) {
            if (each instanceof SQLException said && said.getSQLState() != null) {
                return Optional.of(said.getSQLState());
            }
        }
        return Optional.empty();
    }
}
