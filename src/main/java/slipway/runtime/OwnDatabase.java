package slipway.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import slipway.runtime.database.Access;
import slipway.runtime.postgres.Binaries;
import slipway.runtime.postgres.PostgresServer;

/** The database that Slipway keeps for itself when none is configured: its server, roles and passwords. */
public final class OwnDatabase implements AutoCloseable {
    private static final String NAME = "slipway";
    private static final String OWNER = "slipway_owner";
    private static final String APPLICATION = "slipway_application";
    private final PostgresServer server;
    private final Secrets secrets;

    private OwnDatabase(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Starts the server in that folder and makes roles and database when they are missing. */
    public static OwnDatabase start(Path folder, Binaries binaries, Secrets secrets, List<String> settings)
            throws IOException, SQLException {
        PostgresServer server =
                PostgresServer.start(folder, binaries, secrets.password("database-superuser"), settings);
        OwnDatabase database = new OwnDatabase(server, secrets);
        try {
            database.prepare();
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
        return database;
    }

    /** The role that owns the tables. */
    public Access owner() {
        return new Access(server.url(NAME), OWNER, secrets.password("database-owner"));
    }

    /** The role of the running application. */
    public Access application() {
        return new Access(server.url(NAME), APPLICATION, secrets.password("database-application"));
    }

    @Override
    public void close() {
        server.close();
    }

    private void prepare() throws SQLException {
        Access superuser = new Access(server.url("postgres"), "postgres", secrets.password("database-superuser"));
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            role(statement, OWNER, secrets.password("database-owner"));
            role(statement, APPLICATION, secrets.password("database-application"));
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
            statement.execute("revoke all on database " + NAME + " from public");
            statement.execute("grant connect on database " + NAME + " to " + APPLICATION);
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            // Generated passwords hold letters, digits and dashes only.
            statement.execute("create role " + name + " login password '" + password + "'");
        }
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }
}
