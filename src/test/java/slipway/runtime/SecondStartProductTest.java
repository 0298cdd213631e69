package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.runtime.database.Access;
import slipway.testing.Product;

class SecondStartProductTest {
    // A shell in the background has its children ignore Ctrl-C; a person's terminal does not.
    private static final List<String> FROM_A_TERMINAL = List.of("env", "--default-signal=INT");

    @TempDir
    Path folder;

    @Test
    void after_a_kill_everything_is_still_there_and_ctrl_c_stops_all() throws Exception {
        String password;
        long orphan;
        try (Product first = Product.start(folder, FROM_A_TERMINAL, "--server.port=0")) {
            first.says("Stop with Ctrl-C", 120);
            try (Connection connection = database().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into slipway_engine.act_id_user (id_, rev_) values ('kept', 1)");
            }
            password = Files.readString(folder.resolve("data/secrets/administrator"));
            orphan = postmaster();
            first.signal("KILL");
            first.exitCode(10);
        }
        assertThat(alive(orphan)).isTrue();

        long begin = System.nanoTime();
        try (Product second = Product.start(folder, FROM_A_TERMINAL, "--server.port=0")) {
            second.says("Stop with Ctrl-C", 120);
            System.out.println("Second start: "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            assertThat(alive(orphan)).isFalse();
            assertThat(Files.readString(folder.resolve("data/secrets/administrator")))
                    .isEqualTo(password);
            try (Connection connection = database().connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select count(*) from slipway_engine.act_id_user where id_ in ('kept', 'admin')")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
            long postmaster = postmaster();
            second.signal("INT");
            assertThat(second.exitCode(60)).isIn(0, 130);
            assertThat(alive(postmaster)).isFalse();
            assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
            assertThat(second.err()).isEmpty();
        }
    }

    private Access database() throws Exception {
        String port = Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid"))
                .get(3)
                .strip();
        return new Access(
                "jdbc:postgresql://127.0.0.1:" + port + "/slipway",
                "slipway_application",
                Files.readString(folder.resolve("data/secrets/database-application"))
                        .strip());
    }

    private long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    // A dead process that nobody waited for has no command any more.
    private static boolean alive(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
