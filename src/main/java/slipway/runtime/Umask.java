package slipway.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What whoever started this process keeps new files from; Java can read it and not set it. */
final class Umask {
    private static final int OTHERS = 077;

    private Umask() {}

    /** Empty where the system does not tell it. */
    static OptionalInt ofThisProcess() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Umask:"))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring("Umask:".length()).strip(), 8))
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalInt.empty();
        }
    }

    static boolean closes(int umask) {
        return (umask & OTHERS) == OTHERS;
    }
}
