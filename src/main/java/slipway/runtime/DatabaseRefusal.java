package slipway.runtime;

import java.sql.SQLException;

/** What PostgreSQL's error codes mean to the person who starts Slipway. */
final class DatabaseRefusal {
    private DatabaseRefusal() {}

    static RuntimeException of(String url, String user, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String sentence = switch (state) {
            case "28P01", "28000", "08004" ->
                "The database " + url + " refuses the role " + user + ": check its name and password"
                        + " (spring.datasource.*, spring.flyway.*).";
            case "3D000" -> "There is no such database: " + url + ".";
            case "42501" ->
                "The role " + user + " may not define what Slipway needs in " + url
                        + ": let it own the database, or name an owner with spring.flyway.user.";
            case "53100" -> "The disk of the database " + url + " is full: make room and start again.";
            case "53300" -> "The database " + url + " takes no more connections.";
            case "08001", "08006" ->
                "The database " + url + " cannot be reached: start it, or correct spring.datasource.url.";
            default -> "";
        };
        return sentence.isEmpty()
                ? new IllegalStateException("The database " + url + " failed", e)
                : new StartRefused(sentence, e);
    }

    static SQLException sqlCause(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException(e);
    }
}
