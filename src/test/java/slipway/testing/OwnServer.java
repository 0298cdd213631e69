package slipway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import slipway.shared.Digest;

/** The product's own PostgreSQL, seen from outside: whatever works on its folder, and the children of that. */
public final class OwnServer {
    private final Path folder;
    private List<ProcessHandle> killed = List.of();

    public OwnServer(Path data) {
        this.folder = data.resolve("postgres");
    }

    /** Where it listens. */
    public int port() throws IOException {
        return Integer.parseInt(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip());
    }

    /** Kills all of it; whether there was anything. */
    public boolean kill() throws IOException {
        killed = processes();
        killed.forEach(ProcessHandle::destroyForcibly);
        return !killed.isEmpty();
    }

    /** What lives on of what was killed, or was started by somebody who was killed; it is killed again. */
    public List<ProcessHandle> survivors() throws IOException {
        List<ProcessHandle> living = Stream.concat(killed.stream(), processes().stream())
                .filter(OwnServer::lives)
                .toList();
        living.forEach(ProcessHandle::destroyForcibly);
        return living;
    }

    /** Everything of it that runs. */
    public List<ProcessHandle> processes() throws IOException {
        // As root it runs where its folder has another name.
        Path real = folder.toRealPath().resolve("cluster");
        String other = "cluster-" + Digest.of(real.toString()).brief();
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    String line = process.info().commandLine().orElse("");
                    return line.contains("postgres") && (line.contains(real.toString()) || line.contains(other));
                })
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .filter(OwnServer::lives)
                .distinct()
                .toList();
    }

    // A process that nobody buried is listed without its command.
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
