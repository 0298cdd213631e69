package slipway.runtime.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class Programs {
    private static final long LIMIT_SECONDS = 120;

    /** How a program ended and what it said. */
    record Ended(int code, String said) {
        boolean well() {
            return code == 0;
        }
    }

    private Programs() {}

    static Ended run(Path folder, List<String> command) {
        try {
            // A file, because a server that goes on running would keep a pipe open for ever.
            Path output = Files.createTempFile("slipway-", ".out");
            try {
                Process process = start(folder, command, output);
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Ended(-1, command.getFirst() + " did not end within " + LIMIT_SECONDS + " s");
                }
                return new Ended(process.exitValue(), tail(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(-1, "interrupted");
        }
    }

    private static Process start(Path folder, List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Messages are read by us too, and foreign PG* settings must not reach our server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static String tail(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(100_000), StandardCharsets.UTF_8).strip();
        }
    }
}
