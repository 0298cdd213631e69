package slipway.runtime.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
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

    static Ended run(List<String> command) {
        return run(command, "");
    }

    /** Runs it with that text for its input. */
    static Ended run(List<String> command, String input) {
        try {
            // A file, because a server that goes on running would keep a pipe open for ever.
            Path output = Files.createTempFile("slipway-", ".out");
            try {
                return run(command, input, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it, with what it and whatever it leaves running say at the end of that file. */
    static Ended run(List<String> command, String input, Path output) throws IOException {
        Process process = start(command, output);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedBefore) {
            // What it said tells why.
        }
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ended(-1, command.getFirst() + " did not end within " + LIMIT_SECONDS + " s");
            }
            return new Ended(process.exitValue(), head(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(-1, "interrupted");
        }
    }

    /** Whether a program is there and ends well. */
    static boolean works(List<String> command) {
        try {
            return run(command).well();
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    private static Process start(List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        // Our own may hold passwords, and foreign PG* settings must not reach our server; messages are read by us too.
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static String head(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(100_000), StandardCharsets.UTF_8).strip();
        }
    }
}
