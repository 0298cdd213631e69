package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** A database and one of its roles. */
public record Access(String url, String user, @Nullable String password) {

    /** A new connection of that role. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not an address of PostgreSQL: " + url, "08001");
        }
        return connection;
    }

    /** The same database as another role. */
    public Access as(String otherUser, @Nullable String otherPassword) {
        return new Access(url, otherUser, otherPassword);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
