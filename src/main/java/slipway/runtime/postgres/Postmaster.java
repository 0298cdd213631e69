package slipway.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code postmaster.pid} says about the server that runs, or ran, on a cluster. */
record Postmaster(long pid, int port, Path cluster) {

    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip()),
                cluster));
    }

    /** Whether that process lives and is a PostgreSQL on this very cluster. */
    boolean runs() {
        return alive().anyMatch(this::ours);
    }

    /** Whether the number meanwhile belongs to a process that certainly is no PostgreSQL on this cluster. */
    boolean replaced() {
        return alive().anyMatch(info -> info.command().isPresent() && !ours(info));
    }

    private Stream<ProcessHandle.Info> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info).stream();
    }

    private boolean ours(ProcessHandle.Info info) {
        return info.command().orElse("").endsWith("/postgres")
                && info.arguments()
                        .map(all -> Arrays.asList(all).contains(cluster.toString()))
                        .orElse(false);
    }
}
