package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import slipway.runtime.StartRefused;

/** The oldest PostgreSQL that is good enough. */
final class ServerVersion {
    private static final int OLDEST = 15;

    private ServerVersion() {}

    static void require(Connection connection) throws SQLException {
        int found = connection.getMetaData().getDatabaseMajorVersion();
        if (found < OLDEST) {
            throw new StartRefused("Slipway needs PostgreSQL " + OLDEST + " or newer; the one at "
                    + connection.getMetaData().getURL() + " is " + found + ".");
        }
    }
}
