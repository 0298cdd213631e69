package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import slipway.runtime.StartRefused;

/** Our own tables, by Flyway. */
final class Migrations {
    private Migrations() {}

    static void apply(Connection connection, Access owner) throws SQLException {
        refuseForeign(connection, owner);
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner.url(), owner.user(), owner.password())
                .defaultSchema(Schema.OURS)
                .createSchemas(true)
                // Capabilities number their scripts on their own, so an older number may arrive later.
                .outOfOrder(true)
                .ignoreMigrationPatterns(new String[0])
                .load();
        refuseUnknown(owner, flyway.info().all());
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new StartRefused(
                    "The tables in " + owner.url() + " differ from those of this Slipway (" + reason(e) + ").", e);
        }
    }

    private static void refuseForeign(Connection connection, Access owner) throws SQLException {
        boolean foreign = Query.yes(connection, """
                select count(*) > 0 and not coalesce(bool_or(c.relname = 'flyway_schema_history'), false)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'slipway'""");
        if (foreign) {
            throw new StartRefused("The schema 'slipway' in " + owner.url()
                    + " is not Slipway's: name another database with spring.datasource.url.");
        }
    }

    private static void refuseUnknown(Access owner, MigrationInfo[] all) {
        if (Arrays.stream(all).anyMatch(each -> each.getState().name().startsWith("FUTURE"))) {
            throw new StartRefused("The database " + owner.url()
                    + " was made by a newer Slipway: start that one; this one would damage it.");
        }
        if (Arrays.stream(all).anyMatch(each -> each.getState().name().startsWith("MISSING"))) {
            throw new StartRefused("The schema 'slipway' in " + owner.url()
                    + " was made by something else than this Slipway: name another database.");
        }
    }

    private static String reason(FlywayValidateException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("validation failed")
                .strip();
    }
}
