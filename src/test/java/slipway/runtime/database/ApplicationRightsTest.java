package slipway.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.testing.TestDatabase;

class ApplicationRightsTest {
    private final TestDatabase database = TestDatabase.get();
    private final JdbcClient application = database.sql();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @BeforeEach
    void tables() throws SQLException {
        owner.sql("create table slipway.test_log (id bigint generated always as identity, line text)")
                .update();
        owner.sql("comment on table slipway.test_log is 'append-only: a test'").update();
        owner.sql("create table slipway.test_plain (id bigserial, line text)").update();
        Schema.prepare(database.ownerAccess(), database.applicationAccess());
    }

    @AfterEach
    void no_tables() {
        owner.sql("drop table slipway.test_log, slipway.test_plain").update();
    }

    @Test
    void an_append_only_table_takes_rows() {
        application.sql("insert into slipway.test_log (line) values ('x')").update();

        assertThat(application
                        .sql("select line from slipway.test_log")
                        .query(String.class)
                        .list())
                .containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update slipway.test_log set line = 'y'",
                "delete from slipway.test_log",
                "truncate slipway.test_log",
                "truncate slipway.test_plain",
                "drop table slipway.test_log",
                "create table slipway.more (id int)",
                "create table slipway_engine.more (id int)",
                "create table public.more (id int)",
                "create temporary table more (id int)",
                "create schema more",
                "alter table slipway.test_plain add column more int",
                "comment on table slipway.test_log is 'plain'",
                "update slipway.flyway_schema_history set success = true",
                "select lo_create(0)",
                "select lo_creat(-1)",
                "select lo_open(1, 131072)",
                "select lo_unlink(1)",
                "select lo_from_bytea(0, 'x')",
                "select lo_get(1)",
                "select lo_put(1, 0, 'x')",
                "select lo_import('/etc/passwd')",
                "select loread(1, 1)",
                "select lowrite(1, 'x')",
                "select query_to_xml('select 1', true, true, '')",
                "select table_to_xml('slipway.test_plain', true, true, '')",
                "select database_to_xml(true, true, '')",
                "select schema_to_xml_and_xmlschema('slipway', true, true, '')",
                "select ts_stat('select to_tsvector(line) from slipway.test_plain')",
                "select pg_sleep(0)",
                "select pg_sleep_for('0 s')",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_xact_lock(1)",
                "select pg_notify('x', 'y')",
                "select pg_terminate_backend(1)",
                "select pg_cancel_backend(1)",
                "select pg_export_snapshot()",
                "select pg_logical_emit_message(false, 'x', 'y')",
                "select pg_read_file('/etc/passwd')",
                "copy slipway.test_plain to program 'true'",
                "create function more() returns int language sql as 'select 1'",
                "create function public.more() returns int language plpgsql as 'begin return 1; end'",
                "do $$ begin end $$",
                "set role slipway_owner",
                "set role postgres",
                "alter system set log_statement = 'none'",
            })
    void the_application_is_refused(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void nobody_who_is_above_owner_and_application_can_log_in() {
        assertThat(owner.sql("select rolname from pg_roles where rolcanlogin")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("slipway_owner", "slipway_application");
        assertThat(owner.sql("select rolname from pg_roles where rolcanlogin and (rolsuper or rolcreaterole"
                                + " or rolcreatedb or rolreplication or rolbypassrls)")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void what_the_owner_makes_later_is_for_nobody_to_execute() {
        owner.sql("create function slipway.test_later() returns int language sql as 'select 1'")
                .update();
        try {
            assertThatThrownBy(() -> application
                            .sql("select slipway.test_later()")
                            .query(Integer.class)
                            .single())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        } finally {
            owner.sql("drop function slipway.test_later()").update();
        }
    }

    @Test
    void nothing_is_left_that_slipway_does_not_need() throws SQLException {
        assertThat(Unneeded.left(database.applicationAccess())).isEmpty();
    }

    @Test
    void who_makes_the_roles_by_hand_takes_the_same_back() throws IOException {
        assertThat(Files.readString(Path.of("docker", "database-roles.sh")))
                .contains(Unneeded.revoked("slipway", "slipway_owner", "slipway_application"));
    }

    @Test
    void another_table_takes_everything() {
        application.sql("insert into slipway.test_plain (line) values ('x')").update();
        application.sql("update slipway.test_plain set line = 'y'").update();

        assertThat(application
                        .sql("delete from slipway.test_plain where line = 'y'")
                        .update())
                .isEqualTo(1);
    }

    @Test
    void a_table_that_becomes_append_only_loses_the_right_at_the_next_start() throws SQLException {
        owner.sql("comment on table slipway.test_plain is 'append-only: from now on'")
                .update();

        Schema.prepare(database.ownerAccess(), database.applicationAccess());

        assertThatThrownBy(
                        () -> application.sql("delete from slipway.test_plain").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
