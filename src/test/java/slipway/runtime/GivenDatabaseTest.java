package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.runtime.StartSettings.Given;
import slipway.runtime.database.Access;
import slipway.runtime.database.Unneeded;
import slipway.runtime.postgres.Binaries;
import slipway.runtime.postgres.PostgresServer;
import slipway.runtime.postgres.Setup;

/** Against a PostgreSQL that somebody else runs: here a server of its own with roles made by hand. */
class GivenDatabaseTest {
    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void somebody_elses_server() throws Exception {
        Binaries binaries = Binaries.in(Path.of("target", "test-run").toAbsolutePath());
        Setup theirs = new Setup(
                List.of("create role dba superuser login password 'secret'"),
                "postgres",
                "dba",
                List.of(),
                List.of("host all all 127.0.0.1/32 scram-sha-256"));
        server = PostgresServer.start(folder.resolve("theirs"), binaries, theirs, List.of("fsync=off"));
        run("postgres", "create role their_owner login password 'one'");
        run("postgres", "create role their_application login password 'two'");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void database() throws SQLException {
        run("postgres", "create database given owner their_owner");
    }

    @AfterEach
    void no_database() throws SQLException {
        run("postgres", "drop database given with (force)");
    }

    @Test
    void an_empty_one_is_made_ready_and_found_ready_again() {
        GivenDatabase.prepare(given());
        assertThatCode(() -> GivenDatabase.prepare(given())).doesNotThrowAnyException();
    }

    @Test
    void one_role_for_both_works_too() {
        Given one = new Given(access("their_owner", "one"), access("their_owner", "one"));
        assertThatCode(() -> GivenDatabase.prepare(one)).doesNotThrowAnyException();
    }

    @Test
    void a_wrong_password_is_refused() {
        refused(new Given(access("their_application", "wrong"), access("their_owner", "one")), "refuses the role");
        refused(new Given(access("their_application", "two"), access("their_owner", "wrong")), "refuses the role");
    }

    @Test
    void an_owner_without_rights_is_refused() {
        refused(
                new Given(access("their_application", "two"), access("their_application", "two")),
                "may not define what Slipway needs");
    }

    @Test
    void a_database_that_does_not_exist_is_refused() {
        Access nowhere = new Access(server.url("nowhere"), "their_owner", "one");
        refused(new Given(nowhere, nowhere), "no such database");
    }

    @Test
    void somebody_elses_schema_of_our_name_is_refused() throws SQLException {
        run("given", "create schema slipway", "create table slipway.boats (name text)");
        refused(given(), "is not Slipway's");
    }

    @Test
    void somebody_elses_schema_of_the_engines_name_is_refused() throws SQLException {
        run("given", "create schema slipway_engine", "create table slipway_engine.boats (name text)");
        refused(given(), "is not Slipway's");
    }

    @Test
    void one_made_by_a_newer_slipway_is_refused() throws SQLException {
        GivenDatabase.prepare(given());
        history("2999123100", "from the future");
        refused(given(), "made by a newer Slipway");
    }

    @Test
    void one_migrated_by_something_else_is_refused() throws SQLException {
        GivenDatabase.prepare(given());
        history("1", "somebody else's");
        refused(given(), "made by something else");
    }

    @Test
    void another_version_of_the_engines_tables_is_refused() throws SQLException {
        GivenDatabase.prepare(given());
        run("given", "insert into slipway_engine.act_ge_schema_log values ('999', now() + interval '1 day', '7.25.0')");
        refused(given(), "are of Camunda 7.25.0");
    }

    @Test
    void the_owner_takes_back_what_an_owner_can_and_the_rest_is_named() throws SQLException {
        run("given", "grant create on schema public to their_application", "grant create on database given to public");

        GivenDatabase.prepare(given());

        assertThat(Unneeded.left(given().application()))
                .containsExactlyInAnyOrder("large objects and other functions", "blocks of code");
        run(
                "given",
                Unneeded.revoked("given", "their_owner", "their_application").toArray(String[]::new));
        assertThat(Unneeded.left(given().application())).isEmpty();
        assertThatCode(() -> GivenDatabase.prepare(given())).doesNotThrowAnyException();
    }

    private static void history(String version, String what) throws SQLException {
        run("given", """
                insert into slipway.flyway_schema_history
                       (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '%s', '%s', 'SQL', 'V%s__x.sql', 'x', 1, true)""".formatted(version, what.replace("'", "''"), version));
    }

    private static void refused(Given given, String sentence) {
        assertThatThrownBy(() -> GivenDatabase.prepare(given))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence);
    }

    private static Given given() {
        return new Given(access("their_application", "two"), access("their_owner", "one"));
    }

    private static Access access(String user, String password) {
        return new Access(server.url("given"), user, password);
    }

    private static void run(String database, String... statements) throws SQLException {
        try (Connection connection = new Access(server.url(database), "dba", "secret").connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
