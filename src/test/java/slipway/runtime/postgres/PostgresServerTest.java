package slipway.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.runtime.StartRefused;
import slipway.runtime.database.Access;

class PostgresServerTest {
    @TempDir
    Path folder;

    @Test
    void an_orphan_is_stopped_and_no_stale_number_is_a_hindrance() throws Exception {
        PostgresServer orphan = start("one");
        long first = postmaster().pid();

        PostgresServer second = start("one");
        // A dead process that nobody waited for has no command any more.
        assertThat(ProcessHandle.of(first).flatMap(each -> each.info().command()))
                .isEmpty();
        assertThat(second.port()).isNotEqualTo(orphan.port());

        Path file = folder.resolve("cluster/postmaster.pid");
        String said = Files.readString(file);
        second.close();
        leave(file, withNumber(said, ProcessHandle.current().pid()));
        try (PostgresServer third = start("one")) {
            assertThatThrownBy(() -> new Access(third.url("kept"), "keeper", "wrong").connect())
                    .hasMessageContaining("password authentication failed");
            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
        Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
        try (BufferedReader numbers = parent.inputReader()) {
            leave(file, withNumber(said, Long.parseLong(numbers.readLine())));
            start("one").close();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_server_that_was_killed_is_started_again_where_it_listened_and_none_that_was_closed() throws Exception {
        PostgresServer server = start("one");
        int port = server.port();
        ProcessHandle killed = ProcessHandle.of(postmaster().pid()).orElseThrow();
        CompletableFuture<?> ended = server.ended();
        assertThat(ended).isNotDone();
        killed.destroyForcibly();
        ended.get(30, TimeUnit.SECONDS);

        await().until(server::startsAgain);
        assertThat(server.port()).isEqualTo(port);
        assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
        connect(server, "kept", "keeper", "one");

        server.close();
        assertThat(server.startsAgain()).isTrue();
        assertThat(Postmaster.of(folder.toRealPath().resolve("cluster"))).isEmpty();
    }

    @Test
    void nobody_logs_in_who_is_not_named_and_the_superuser_never() throws Exception {
        try (PostgresServer server = start("one")) {
            assertThatCode(() -> connect(server, "kept", "keeper", "one")).doesNotThrowAnyException();
            for (String role : List.of("postgres", "stranger")) {
                assertThatThrownBy(() -> connect(server, "kept", role, "one"))
                        .hasMessageContaining("no pg_hba.conf entry");
            }
            assertThatThrownBy(() -> connect(server, "postgres", "keeper", "one"))
                    .hasMessageContaining("no pg_hba.conf entry");
        }
        Setup open = setup("one", List.of("host all all 127.0.0.1/32 trust"));
        try (PostgresServer server = PostgresServer.start(folder, binaries(), open, List.of("fsync=off"))) {
            assertThatThrownBy(() -> connect(server, "kept", "postgres", "one"))
                    .hasMessageContaining("is not permitted to log in");
        }
    }

    @Test
    void a_role_has_the_password_of_its_file_after_the_next_start() throws Exception {
        start("one").close();
        try (PostgresServer server = start("another")) {
            assertThatCode(() -> connect(server, "kept", "keeper", "another")).doesNotThrowAnyException();
            assertThatThrownBy(() -> connect(server, "kept", "keeper", "one"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_set_up_that_fails_tells_no_password_and_is_done_again() throws Exception {
        Setup broken = new Setup(
                List.of("create role keeper login password 'one'", "alter role nobody_at_all password 'hidden'"),
                "kept",
                "keeper",
                List.of(),
                List.of());
        assertThatThrownBy(() -> PostgresServer.start(folder, binaries(), broken, List.of()))
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("nobody_at_all")
                .message()
                .doesNotContain("hidden", "'one'");

        start("one").close();
    }

    @Test
    void the_server_has_an_ordinary_user_of_this_machine_and_no_rights_beside() throws Exception {
        try (PostgresServer server = start("one")) {
            connect(server, "kept", "keeper", "one");
            Path process = Path.of("/proc", String.valueOf(postmaster().pid()));
            int ourselves = Permissions.owner(Path.of("/proc/self"));
            int expected = ourselves == 0 ? RunAs.OWN_USER : ourselves;
            assertThat(Files.readString(process.resolve("status")))
                    .contains(("Uid:" + "\t%1$d".repeat(4) + "\n").formatted(expected))
                    .containsPattern("CapPrm:\t0+\n");
            // Within another one the same number may be somebody else, even root.
            assertThat(Files.readSymbolicLink(process.resolve("ns/user")))
                    .isEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/user")));
            assertThat(Files.readString(process.resolve("environ"))).doesNotContain("HOME=");
        }
    }

    @Test
    void what_it_writes_is_closed_to_everybody_else() throws Exception {
        start("one").close();
        start("one").close();

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(each -> !each.equals(folder)))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS)))
                            .endsWith("------"));
        }
    }

    @Test
    void a_server_that_an_earlier_slipway_gave_to_nobody_gets_a_user_of_its_own() throws Exception {
        start("one").close();
        if (Permissions.owner(folder) == 0) {
            Permissions.giveAll(folder, 65_534);
            Permissions.giveAll(folder.resolve("cluster"), 65_534);
        }
        start("one").close();

        assertThat(Permissions.owner(folder)).isEqualTo(Permissions.owner(Path.of("/proc/self")));
        assertThat(Permissions.owner(folder.resolve("cluster"))).isNotEqualTo(65_534);
    }

    @Test
    void where_root_may_neither_mount_nor_become_somebody_it_says_what_to_do() throws Exception {
        RunAs unstaged = new RunAs(OptionalInt.of(RunAs.OWN_USER), Optional.empty(), binaries());

        assertThatThrownBy(() -> unstaged.requireDescent(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("start Slipway as an ordinary user");
    }

    @Test
    void a_link_that_postgresql_left_for_its_number_is_not_followed() throws Exception {
        start("one").close();
        Path precious = folder.resolve("precious");
        Files.writeString(precious, "1\n2\n3\n4\n");
        Files.createSymbolicLink(folder.resolve("cluster/postmaster.pid"), precious);

        assertThatThrownBy(() -> start("one")).isInstanceOf(IOException.class);
        assertThat(precious).hasContent("1\n2\n3\n4\n");
    }

    private PostgresServer start(String password) throws IOException {
        Setup setup = setup(password, List.of("host kept keeper 127.0.0.1/32 scram-sha-256"));
        return PostgresServer.start(folder, binaries(), setup, List.of("fsync=off"));
    }

    private static Setup setup(String password, List<String> logins) {
        return new Setup(
                List.of(
                        "do $$ begin if not exists (select from pg_roles where rolname = 'keeper')"
                                + " then create role keeper; end if; end $$",
                        "alter role keeper login password '" + password + "'",
                        "alter role postgres nologin password null"),
                "kept",
                "keeper",
                List.of("revoke all on database kept from public"),
                logins);
    }

    private static void connect(PostgresServer server, String database, String role, String password)
            throws SQLException {
        new Access(server.url(database), role, password).connect().close();
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.of(folder.toRealPath().resolve("cluster")).orElseThrow();
    }

    private static Binaries binaries() throws IOException {
        return Binaries.in(Path.of("target", "test-run").toAbsolutePath());
    }

    // As PostgreSQL's user would have left it.
    private static void leave(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Permissions.set(file, "rw-------");
        Permissions.giveAll(file, Permissions.owner(file.resolveSibling("PG_VERSION")));
    }

    private static String withNumber(String said, long pid) {
        return said.replaceFirst("\\d+", String.valueOf(pid));
    }
}
