package slipway.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product's own PostgreSQL, seen from outside: a server that names its folder, and its children. */
final class DatabaseServer {
    private final Path pidFile;
    private List<ProcessHandle> killed = List.of();
    private String place = "";

    DatabaseServer(Path data) {
        this.pidFile = data.resolve("postgres/cluster/postmaster.pid");
    }

    int port() throws IOException {
        return Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
    }

    /** Kills all of it; whether there was anything. */
    boolean kill() throws IOException {
        place = place();
        killed = processes();
        killed.forEach(ProcessHandle::destroyForcibly);
        return !killed.isEmpty();
    }

    /** What lives on of what was killed, or was started by somebody who was killed; it is killed again. */
    List<ProcessHandle> survivors() {
        List<ProcessHandle> living = Stream.concat(killed.stream(), processes().stream())
                .filter(DatabaseServer::lives)
                .toList();
        living.forEach(ProcessHandle::destroyForcibly);
        return living;
    }

    // A server whom nobody buried is listed without its command.
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(" " + place))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }

    /** What the server itself calls its folder, which need not be our name for it; it keeps it at every start. */
    private String place() throws IOException {
        try {
            return Files.readAllLines(pidFile).get(1).strip();
        } catch (NoSuchFileException startsOrEnds) {
            return place;
        }
    }
}
