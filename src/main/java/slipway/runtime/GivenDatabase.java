package slipway.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipway.runtime.StartSettings.Given;
import slipway.runtime.database.Access;
import slipway.runtime.database.Schema;

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
        } catch (SQLException e) {
            throw DatabaseRefusal.of(given.owner().url(), given.owner().user(), e);
        } catch (FlywaySqlException e) {
            throw DatabaseRefusal.of(given.owner().url(), given.owner().user(), DatabaseRefusal.sqlCause(e));
        }
        return given.application();
    }

    private static void require(Access access) {
        try (Connection connection = access.connect()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(access.url(), access.user(), e);
        }
    }
}
