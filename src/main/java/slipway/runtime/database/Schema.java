package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Brings a database to the state this version needs: our tables, the engine's tables, the application's rights. */
public final class Schema {
    /** Where our tables are. */
    public static final String OURS = "slipway";

    /** Where the engine's tables are: the search path of the application. */
    public static final String ENGINE = "slipway_engine";

    // Any number that other programs do not use: nodes that start together take turns.
    private static final int TURN = 511_359;

    private Schema() {}

    /** Does it as the owner; the application's role exists already. */
    public static void prepare(Access owner, Access application) throws SQLException {
        try (Connection connection = owner.connect()) {
            ServerVersion.require(connection);
            Query.run(connection, "select pg_advisory_lock(" + TURN + ")");
            Migrations.apply(connection, owner);
            EngineTables.prepare(connection, owner);
            if (!owner.user().equals(application.user())) {
                ApplicationRights.grant(connection, application.user());
            }
        }
    }
}
