package slipway.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jar as {@code make run} lays it out, as a process of its own, started as that starts it. */
public final class Product implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "run").toAbsolutePath();
    private static final Path JAR = FOLDER.resolve("slipway.jar");
    private final Process process;
    private final Path out;
    private final Path err;

    private Product(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it in that folder; {@code prefix} are words before {@code java}, such as another user's. */
    public static Product start(Path folder, List<String> prefix, String... arguments) throws IOException {
        if (Files.notExists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run 'make target/run/slipway.jar' first");
        }
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Tests start it many times and run it shortly: compiling thoroughly would double the work of a start.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(quickStart());
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "stdout-", ".txt");
        Path err = Files.createTempFile(folder, "stderr-", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Product(process, out, err);
    }

    private static List<String> quickStart() throws IOException {
        Process options = new ProcessBuilder("sh", "tools/cache-options", FOLDER.toString()).start();
        return Stream.of(new String(options.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .strip()
                        .split(" (?=-)"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** What it said on its standard output. */
    public String out() throws IOException {
        return Files.readString(out);
    }

    /** What it said on its standard error. */
    public String err() throws IOException {
        return Files.readString(err);
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Its exit code, once it has ended by itself. */
    public int exitCode(int seconds) throws InterruptedException, IOException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running after " + seconds + " s: " + out() + err());
        }
        return process.exitValue();
    }

    /** Waits until its standard output holds that text. */
    public void says(String text, int seconds) throws IOException, InterruptedException {
        for (int tenth = 0; tenth < seconds * 10; tenth++) {
            if (out().contains(text)) {
                return;
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("Never said '" + text + "': " + out() + err());
    }

    /** Sends it a signal, for example {@code INT} as Ctrl-C does. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
