package slipway.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipway.runtime.StartSettings.Given;
import slipway.runtime.database.Access;
import slipway.runtime.database.Schema;
import slipway.runtime.database.Unneeded;

/** The PostgreSQL that {@code spring.datasource.*} names. */
final class GivenDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(GivenDatabase.class);

    private GivenDatabase() {}

    static Access prepare(Given given) {
        require(given.application());
        require(given.owner());
        if (!given.separateOwner()) {
            LOG.warn(
                    "The role {} owns the tables it works on, so nothing but Slipway itself protects append-only"
                            + " records: name an owner with spring.flyway.user and spring.flyway.password.",
                    given.application().user());
        }
        try {
            Schema.prepare(given.owner(), given.application());
            warn(given);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(given.owner().url(), given.owner().user(), e);
        } catch (FlywaySqlException e) {
            throw DatabaseRefusal.of(given.owner().url(), given.owner().user(), DatabaseRefusal.sqlCause(e));
        }
        return given.application();
    }

    private static void warn(Given given) throws SQLException {
        List<String> left = given.separateOwner() ? Unneeded.left(given.application()) : List.of();
        if (!left.isEmpty()) {
            LOG.warn(
                    "The role {} may use what Slipway does not need ({}): take it back as docker/database-roles.sh does.",
                    given.application().user(),
                    String.join(", ", left));
        }
    }

    private static void require(Access access) {
        try (Connection connection = access.connect()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(access.url(), access.user(), e);
        }
    }
}
