package slipway.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipway.runtime.postgres.PostgresServer;

/** Starts our own PostgreSQL again when it ends under us; where that is not possible Slipway ends too. */
final class Revival {
    /** The exit code of a Slipway that lost its database. */
    static final int DATABASE_LOST = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
    /** What a killed server leaves behind ends a little later, and holds its memory until then. */
    private static final int ATTEMPTS = 30;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final PostgresServer server;

    Revival(PostgresServer server) {
        this.server = server;
    }

    void watch() throws IOException {
        server.ended()
                .thenRunAsync(
                        this::revive,
                        work -> Thread.ofPlatform().name("revival").daemon().start(work));
    }

    private void revive() {
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !Running.ending(); attempt++) {
                if (server.startsAgain()) {
                    if (!Running.ending()) {
                        LOG.warn(
                                "PostgreSQL ended by itself and was started again; what was under way is tried again.");
                        watch();
                    }
                    return;
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
            end("it does not start; its log is postgres/server.log in slipway.data");
        } catch (IOException | RuntimeException unreachable) {
            end(String.valueOf(unreachable.getMessage()));
        }
    }

    private static void end(String why) {
        if (!Running.ending()) {
            LOG.error("PostgreSQL ended by itself, and Slipway ends as well: {}.", why);
            System.exit(DATABASE_LOST);
        }
    }
}
