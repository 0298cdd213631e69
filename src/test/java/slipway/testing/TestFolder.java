package slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import slipway.runtime.postgres.Binaries;
import slipway.runtime.postgres.PostgresServer;

/** The folder of this test run below {@code target}; those of runs that were killed are cleared away. */
final class TestFolder {
    static final Path ALL = Path.of("target", "test-run").toAbsolutePath();

    private TestFolder() {}

    static Path ofThisRun() {
        try {
            Path mine = ALL.resolve(String.valueOf(ProcessHandle.current().pid()));
            FileSystemUtils.deleteRecursively(mine);
            return Files.createDirectories(mine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clearAbandoned(Binaries binaries) throws IOException {
        try (Stream<Path> runs = Files.list(ALL)) {
            for (Path run : runs.toList()) {
                String name = run.getFileName().toString();
                if (name.matches("\\d+")
                        && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    PostgresServer.stopOrphan(run.resolve("postgres"), binaries);
                    FileSystemUtils.deleteRecursively(run);
                }
            }
        }
    }
}
