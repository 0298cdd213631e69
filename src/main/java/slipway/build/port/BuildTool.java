package slipway.build.port;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a command of a repository where it can neither reach the network nor harm this machine. */
public interface BuildTool {

    /**
     * What to run: a shell line in the workspace, which it may write to. {@code readOnly} names folders that it may
     * read, each through the environment variable of its key. Standard output and error go to the log, of which
     * {@code progress} hears the latest line.
     */
    record Job(
            String command,
            Path workspace,
            Map<String, String> environment,
            Map<String, Path> readOnly,
            Path log,
            Consumer<String> progress) {
        public Job {
            environment = Map.copyOf(environment);
            readOnly = Map.copyOf(readOnly);
        }
    }

    /** How it went. */
    sealed interface Outcome {}

    /** The command ended by itself; {@code cut} = it wrote more than the log keeps. */
    record Ended(int exitCode, Duration took, boolean cut) implements Outcome {
        public Ended(int exitCode, Duration took) {
            this(exitCode, took, false);
        }
    }

    /** The command was stopped at a limit; the cause names limit and setting. */
    record Stopped(String cause, Duration took) implements Outcome {}

    /** Nothing was run: this machine offers no sandbox; the cause names the way out. */
    record Unavailable(String cause) implements Outcome {}

    Outcome run(Job job) throws IOException, InterruptedException;

    /**
     * Unpacks a tar archive into an empty folder where nothing but that folder can be written, as the user of the jobs.
     * Nothing that lies there is overwritten.
     */
    Outcome unpack(Path archive, Path workspace, Path log) throws IOException, InterruptedException;
}
