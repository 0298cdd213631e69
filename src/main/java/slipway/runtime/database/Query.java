package slipway.runtime.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain statements on a connection of the owner, before there is a pool. */
final class Query {
    private Query() {}

    static boolean yes(Connection connection, String sql, String... parameters) throws SQLException {
        List<String> found = column(connection, sql, parameters);
        return !found.isEmpty() && "t".equals(found.getFirst());
    }

    static List<String> column(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(String.valueOf(rows.getString(1)));
                }
                return all;
            }
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
