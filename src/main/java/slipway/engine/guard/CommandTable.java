package slipway.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The readable table of all commands of the engine. What it does not name is refused. */
final class CommandTable {
    private static final String RESOURCE = "/slipway/engine/guard/commands.txt";

    private final Map<String, Handling> rows;

    private CommandTable(Map<String, Handling> rows) {
        this.rows = rows;
    }

    static CommandTable read() {
        try (InputStream in = CommandTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the table of engine commands is not on the class path: " + RESOURCE);
            }
            return new CommandTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .collect(Collectors.toUnmodifiableMap(row -> row[1], row -> Handling.valueOf(row[0]))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Handling of(Class<?> command) {
        return rows.getOrDefault(command.getName().replaceFirst("(?<=\\$\\$Lambda).*", ""), Handling.UNKNOWN);
    }

    Map<String, Handling> rows() {
        return rows;
    }
}
