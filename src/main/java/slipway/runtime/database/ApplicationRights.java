package slipway.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the application's role may do: read and write rows, but change no table, and neither update nor delete where a
 * table says that it is append-only.
 */
final class ApplicationRights {
    private static final String SCHEMAS = "('slipway', 'slipway_engine')";

    // Only what differs is granted, so that a start on a ready database writes nothing.
    private static final String DIFFERING_TABLES = """
            select format('revoke all on %1$s from %2$I; grant %3$s on %1$s to %2$I', t.name, t.role, t.rights)
              from (select c.oid, c.oid::regclass::text as name, r.rolname as role,
                           case when c.relname = 'flyway_schema_history' then 'select'
                                when obj_description(c.oid, 'pg_class') like 'append-only%' then 'select, insert'
                                else 'select, insert, update, delete' end as rights
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace and n.nspname in SCHEMAS
                      join pg_roles r on r.rolname = ?
                     where c.relkind in ('r', 'p', 'v', 'm')) t
             where exists (select 1 from (values ('select'), ('insert'), ('update'), ('delete'), ('truncate'),
                                                 ('references'), ('trigger')) p (one)
                            where has_table_privilege(t.role, t.oid, p.one)
                                  <> (p.one = any (string_to_array(t.rights, ', '))))
             order by t.name""".replace("SCHEMAS", SCHEMAS);

    private static final String DIFFERING_SEQUENCES = """
            select format('grant usage, select on sequence %s to %I', c.oid::regclass, r.rolname)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname in SCHEMAS
              join pg_roles r on r.rolname = ?
             where c.relkind = 'S' and not has_sequence_privilege(r.rolname, c.oid, 'usage')""".replace("SCHEMAS", SCHEMAS);

    private static final String DIFFERING_SCHEMAS = """
            select format('grant usage on schema %I to %I', n.nspname, r.rolname)
              from pg_namespace n join pg_roles r on r.rolname = ?
             where n.nspname in SCHEMAS and not has_schema_privilege(r.rolname, n.oid, 'usage')""".replace("SCHEMAS", SCHEMAS);

    // An owner of the database can take these from everybody; where it is not, a warning says what stays.
    private static final String DATABASE_TOO_WIDE = """
            select format('revoke create, temporary on database %1$I from public, %2$I', d.datname, r.rolname)
              from pg_database d join pg_roles r on r.rolname = ?
             where d.datname = current_database() and pg_has_role(current_user, d.datdba, 'usage')
               and has_database_privilege(r.oid, d.oid, 'create, temporary')""";

    private static final String PUBLIC_TOO_WIDE = """
            select format('revoke create on schema public from public, %I', r.rolname)
              from pg_namespace n join pg_roles r on r.rolname = ?
             where n.nspname = 'public' and pg_has_role(current_user, n.nspowner, 'usage')
               and has_schema_privilege(r.oid, n.oid, 'create')""";

    private static final List<String> DIFFERING =
            List.of(DATABASE_TOO_WIDE, PUBLIC_TOO_WIDE, DIFFERING_SCHEMAS, DIFFERING_TABLES, DIFFERING_SEQUENCES);

    private ApplicationRights() {}

    static void grant(Connection connection, String application) throws SQLException {
        for (String question : DIFFERING) {
            for (String statement : Query.column(connection, question, application)) {
                Query.run(connection, statement);
            }
        }
    }
}
