package slipway.runtime.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import slipway.runtime.StartRefused;

/** A running PostgreSQL of our own; closing stops it. The caller holds the lock of its folder. */
public final class PostgresServer implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private final Cluster cluster;
    private final int port;
    private final List<String> settings;
    private boolean closed;

    private PostgresServer(Cluster cluster, int port, List<String> settings) {
        this.cluster = cluster;
        this.port = port;
        this.settings = settings;
    }

    /** Starts the server of that folder, made when missing; {@code settings} are lines as in {@code postgresql.conf}. */
    public static PostgresServer start(Path folder, Binaries binaries, Setup setup, List<String> settings)
            throws IOException {
        Cluster cluster = cluster(folder, binaries);
        stopOrphan(cluster);
        cluster.prepare(setup);
        Path log = newLog(cluster.folder());
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            // The server inherits the open log, so that it lies where PostgreSQL's user has nothing to look for.
            Programs.Ended ended = cluster.control(startArguments(cluster, port, settings), log);
            if (ended.well()) {
                return new PostgresServer(cluster, port, List.copyOf(settings));
            }
            said = ended.said();
        }
        throw new ServerFailed("PostgreSQL does not start in " + folder, said);
    }

    /** Stops the server that a killed Slipway left behind in that folder, if there is one. */
    public static void stopOrphan(Path folder, Binaries binaries) throws IOException {
        stopOrphan(cluster(folder, binaries));
    }

    /** Where it listens, on the loopback address only. */
    public int port() {
        return port;
    }

    /** The address of one of its databases for the JDBC driver. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Completes when its process ends, closed or not; at once when it has none. */
    public CompletableFuture<?> ended() throws IOException {
        return Postmaster.of(cluster.data())
                .filter(Postmaster::runs)
                .map(Postmaster::pid)
                .flatMap(ProcessHandle::of)
                .stream()
                .map(ProcessHandle::onExit)
                .findFirst()
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Starts it where it listened, after it ended by itself; whether there is nothing more to do. */
    public synchronized boolean startsAgain() throws IOException {
        if (closed) {
            return true;
        }
        stopOrphan(cluster);
        return cluster.control(startArguments(cluster, port, settings), log(cluster.folder()))
                .well();
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            Optional<Postmaster> running = Postmaster.of(cluster.data());
            if (running.isPresent() && running.get().runs() && !running.get().stops()) {
                throw new ServerFailed(
                        "PostgreSQL does not stop in " + cluster.folder(),
                        "process " + running.get().pid() + " stays");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cluster cluster(Path folder, Binaries binaries) throws IOException {
        Files.createDirectories(folder);
        return Cluster.in(folder.toRealPath(), binaries);
    }

    private static void stopOrphan(Cluster cluster) throws IOException {
        Optional<Postmaster> left = Postmaster.of(cluster.data());
        if (left.isEmpty()) {
            return;
        }
        if (left.get().replaced() || left.get().deadButListed()) {
            // PostgreSQL would take any process of that number for a server, even one that is dead and not yet buried.
            left.get().disown();
        }
        if (left.get().runs() && !left.get().stops()) {
            throw new StartRefused("A PostgreSQL that an earlier Slipway left behind (process "
                    + left.get().pid() + ") does not stop: stop it and start again.");
        }
    }

    private static List<String> startArguments(Cluster cluster, int port, List<String> settings) {
        List<String> lines = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60", "log_timezone=UTC"));
        lines.addAll(settings);
        StringBuilder options = new StringBuilder("-p ").append(port);
        lines.forEach(line -> options.append(" -c '").append(line).append('\''));
        return List.of(
                "start",
                "-D",
                cluster.as().place(cluster.data()),
                "-w",
                "-t",
                "90",
                "--silent",
                "-o",
                options.toString());
    }

    private static Path newLog(Path folder) throws IOException {
        Path log = log(folder);
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Permissions.create(log);
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
