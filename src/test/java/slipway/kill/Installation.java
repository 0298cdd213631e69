package slipway.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import slipway.runtime.database.Access;
import slipway.testing.Product;

/** A data folder and the product that runs on it, killed and started again as often as asked. */
final class Installation implements AutoCloseable {
    private static final int PATIENCE = 120;
    private final Path folder;
    private final int port;
    private Product product;
    private Instant boot;

    Installation(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        this.boot = Instant.now();
        this.product = Product.start(folder, List.of(), "--server.port=" + port);
        ready();
    }

    int port() {
        return port;
    }

    Path data() {
        return folder.resolve("data");
    }

    Instant boot() {
        return boot;
    }

    String password() throws IOException {
        return Files.readString(data().resolve("secrets/tour")).strip();
    }

    /** Kills it, with its database when asked, and sees that nothing else of it lives on. */
    void kill(boolean database) throws IOException, InterruptedException {
        List<ProcessHandle> victims = new ArrayList<>(List.of(product.handle()));
        if (database) {
            victims.addAll(servers());
        }
        victims.forEach(ProcessHandle::destroyForcibly);
        product.exitCode(30);
        for (int look = 0; !survivors(database).isEmpty(); look++) {
            if (look == 100) {
                throw new AssertionError("They outlive the kill: " + survivors(database));
            }
            if (database) {
                servers().forEach(ProcessHandle::destroyForcibly);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Starts it as a person would. */
    void start() throws IOException {
        boot = Instant.now();
        product = Product.start(folder, List.of(), "--server.port=" + port);
    }

    /** Waits until it runs; how long the start took in milliseconds. */
    long ready() throws IOException, InterruptedException {
        product.says("Stop with Ctrl-C", PATIENCE);
        return Duration.between(boot, Instant.now()).toMillis();
    }

    Connection connect() throws IOException, SQLException {
        String address = Files.readAllLines(data().resolve("postgres/cluster/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data().resolve("secrets/database-application"));
        return new Access(
                        "jdbc:postgresql://127.0.0.1:" + address + "/slipway", "slipway_application", password.strip())
                .connect();
    }

    String said() throws IOException {
        return product.out() + product.err();
    }

    // PostgreSQL runs from programs that were unpacked into the data folder.
    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses().filter(this::server).toList();
    }

    private boolean server(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith(data().toString()))
                .isPresent();
    }

    private List<String> survivors(boolean database) {
        return ProcessHandle.allProcesses()
                .filter(process -> database || !server(process))
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data().toString()))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        product.close();
        servers().forEach(ProcessHandle::destroyForcibly);
    }
}
