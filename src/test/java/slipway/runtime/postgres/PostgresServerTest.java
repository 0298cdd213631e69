package slipway.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.runtime.database.Access;

class PostgresServerTest {
    @TempDir
    Path folder;

    @Test
    void an_orphan_is_stopped_and_no_stale_number_is_a_hindrance() throws Exception {
        Binaries binaries = Binaries.in(Path.of("target", "test-run").toAbsolutePath());
        PostgresServer orphan = PostgresServer.start(folder, binaries, "secret", List.of("fsync=off"));
        long first = Postmaster.of(folder.toRealPath().resolve("cluster"))
                .orElseThrow()
                .pid();

        PostgresServer second = PostgresServer.start(folder, binaries, "secret", List.of("fsync=off"));
        // A dead process that nobody waited for has no command any more.
        assertThat(ProcessHandle.of(first).flatMap(each -> each.info().command()))
                .isEmpty();
        assertThat(second.port()).isNotEqualTo(orphan.port());

        Path file = folder.resolve("cluster/postmaster.pid");
        String said = Files.readString(file);
        second.close();
        Files.writeString(file, withNumber(said, ProcessHandle.current().pid()));
        try (PostgresServer third = PostgresServer.start(folder, binaries, "secret", List.of("fsync=off"))) {
            assertThatThrownBy(() -> new Access(third.url("postgres"), "postgres", "wrong").connect())
                    .hasMessageContaining("password authentication failed");
            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
        Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
        try (BufferedReader numbers = parent.inputReader()) {
            Files.writeString(file, withNumber(said, Long.parseLong(numbers.readLine())));
            PostgresServer.start(folder, binaries, "secret", List.of("fsync=off"))
                    .close();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static String withNumber(String said, long pid) {
        return said.replaceFirst("\\d+", String.valueOf(pid));
    }
}
