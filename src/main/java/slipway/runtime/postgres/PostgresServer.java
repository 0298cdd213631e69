package slipway.runtime.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipway.runtime.StartRefused;

/** A running PostgreSQL of our own; closing stops it. The caller holds the lock of its folder. */
public final class PostgresServer implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private final Cluster cluster;
    private final int port;

    private PostgresServer(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /** Starts the server of that folder, made when missing; {@code settings} are lines as in {@code postgresql.conf}. */
    public static PostgresServer start(Path folder, Binaries binaries, String password, List<String> settings)
            throws IOException {
        Cluster cluster = cluster(folder, binaries);
        stopOrphan(cluster);
        cluster.prepare(password);
        cluster.as().own(folder);
        rotateLog(folder);
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            Programs.Ended ended = cluster.control(startArguments(cluster, port, settings));
            if (ended.well()) {
                return new PostgresServer(cluster, port);
            }
            said = ended.said() + "\n" + log(folder);
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

    @Override
    public void close() {
        Programs.Ended ended = stop(cluster);
        if (!ended.well()) {
            throw new ServerFailed("PostgreSQL does not stop in " + cluster.folder(), ended.said());
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
        if (left.get().runs() && !stop(cluster).well()) {
            throw new StartRefused("A PostgreSQL that an earlier Slipway left behind (process "
                    + left.get().pid() + ") does not stop: stop it and start again.");
        }
    }

    private static Programs.Ended stop(Cluster cluster) {
        return cluster.control(
                List.of("stop", "-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "60", "--silent"));
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
                cluster.data().toString(),
                "-w",
                "-t",
                "90",
                "--silent",
                "-l",
                cluster.folder().resolve("server.log").toString(),
                "-o",
                options.toString());
    }

    private static void rotateLog(Path folder) throws IOException {
        Path log = folder.resolve("server.log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String log(Path folder) throws IOException {
        Path log = folder.resolve("server.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
