package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What PostgreSQL lets every role do and Slipway has no need of; only a superuser can take back most of it. */
public final class Unneeded {
    // Large objects, whatever answers with whole tables or runs a text, holds connections, locks or other sessions.
    private static final String FUNCTIONS = "^(lo_.*|loread|lowrite|.*_to_xml.*|ts_stat|ts_rewrite|pg_sleep.*"
            + "|pg_(try_)?advisory_.*|pg_notify|pg_cancel_backend|pg_terminate_backend|pg_export_snapshot"
            + "|pg_logical_emit_message)$";

    private static final String LOCKS = "^pg_(try_)?advisory_";

    private static final String LEFT = """
            select what from (values
                (has_database_privilege(current_database(), 'temporary'), 'temporary tables'),
                (has_database_privilege(current_database(), 'create'), 'schemas'),
                (has_schema_privilege('public', 'create'), 'tables in public'),
                (exists (select from pg_proc where pronamespace = 'pg_catalog'::regnamespace
                            and proname ~ 'FUNCTIONS' and has_function_privilege(oid, 'execute')),
                 'large objects and other functions'),
                (has_language_privilege('plpgsql', 'usage'), 'blocks of code')) rights (given, what)
             where given""".replace("FUNCTIONS", FUNCTIONS);

    private Unneeded() {}

    /** Statements of one line each, for a superuser in that database, that leave its roles what they need. */
    public static List<String> revoked(String database, String owner, String application) {
        return List.of(
                "revoke all on database " + database + " from public",
                "revoke all on database " + database + " from " + application,
                "grant connect on database " + database + " to " + application,
                "revoke all on schema public from public",
                each(FUNCTIONS, "revoke execute on function %s from public"),
                // Nodes that start together take turns by them.
                each(LOCKS, "grant execute on function %s to " + owner),
                "revoke usage on language plpgsql, sql from public",
                "grant usage on language plpgsql, sql to " + owner,
                "alter default privileges for role " + owner + " revoke execute on functions from public");
    }

    /** What of it that role still may do in the database, in words; empty when it has what it needs and no more. */
    public static List<String> left(Access application) throws SQLException {
        try (Connection connection = application.connect()) {
            return Query.column(connection, LEFT);
        }
    }

    private static String each(String pattern, String statement) {
        return "do $$ declare f regprocedure; begin for f in select oid from pg_proc where pronamespace ="
                + " 'pg_catalog'::regnamespace and proname ~ '" + pattern + "' loop execute format('" + statement
                + "', f); end loop; end $$";
    }
}
