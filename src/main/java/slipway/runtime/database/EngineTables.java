package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import slipway.runtime.StartRefused;

/** The engine's tables, made by the engine's own scripts. */
final class EngineTables {
    private static final String VERSION = "7.24";
    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private EngineTables() {}

    static void prepare(Connection connection, Access owner) throws SQLException {
        List<String> tables = Query.column(connection, """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'slipway_engine'""");
        if (tables.isEmpty()) {
            create(connection);
        } else if (tables.contains("act_ge_schema_log")) {
            requireVersion(connection, owner);
        } else {
            throw new StartRefused("The schema '" + Schema.ENGINE + "' in " + owner.url()
                    + " is not Slipway's: name another database with spring.datasource.url.");
        }
    }

    private static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Query.run(
                connection,
                "create schema if not exists " + Schema.ENGINE,
                "set local search_path to " + Schema.ENGINE);
        for (String script : SCRIPTS) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void requireVersion(Connection connection, Access owner) throws SQLException {
        String found = Query.column(
                        connection,
                        "select version_ from slipway_engine.act_ge_schema_log order by timestamp_ desc, id_ desc limit 1")
                .getFirst();
        if (!found.startsWith(VERSION + ".") && !found.equals(VERSION)) {
            throw new StartRefused("The engine's tables in " + owner.url() + " are of Camunda " + found
                    + ", this Slipway needs " + VERSION + ": bring both to the same version.");
        }
    }
}
