package slipway.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            })
    void the_application_is_refused(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
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
