package slipway.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import slipway.runtime.database.Access;
import slipway.runtime.postgres.Binaries;
import slipway.runtime.postgres.PostgresServer;
import slipway.runtime.postgres.Setup;

/** The database that Slipway keeps for itself when none is configured: its server, roles and passwords. */
public final class OwnDatabase implements AutoCloseable {
    private static final String OWNER_PASSWORD = "database-owner";
    private static final String APPLICATION_PASSWORD = "database-application";
    private final PostgresServer server;
    private final Secrets secrets;

    private OwnDatabase(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Starts the server in that folder; before that it makes roles and database, or gives roles other passwords. */
    public static OwnDatabase start(Path folder, Binaries binaries, Secrets secrets, List<String> settings)
            throws IOException {
        Setup setup = OwnSetup.of(secrets.password(OWNER_PASSWORD), secrets.password(APPLICATION_PASSWORD));
        return new OwnDatabase(PostgresServer.start(folder, binaries, setup, settings), secrets);
    }

    /** The role that owns the tables. */
    public Access owner() {
        return new Access(server.url(OwnSetup.NAME), OwnSetup.OWNER, secrets.password(OWNER_PASSWORD));
    }

    /** The role of the running application. */
    public Access application() {
        return new Access(server.url(OwnSetup.NAME), OwnSetup.APPLICATION, secrets.password(APPLICATION_PASSWORD));
    }

    /** Its server, which may end by itself. */
    PostgresServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
