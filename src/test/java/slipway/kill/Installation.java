package slipway.kill;

import static org.awaitility.Awaitility.await;

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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import slipway.runtime.database.Access;
import slipway.testing.OwnServer;
import slipway.testing.Product;

/** A data folder, the product that runs on it and its mail server, killed and started again as often as asked. */
final class Installation implements AutoCloseable {
    private static final int PATIENCE = 120;
    /** Whatever is under way, as at every stage of a start. */
    private static final int TO_END = 10;

    private static final String RUNS = "Stop with Ctrl-C";
    private final Path folder;
    private final int port;
    private final MailServer mail;
    private final OwnServer database;
    private final List<Outage> outages = new ArrayList<>();
    private Product product;
    private Instant boot;
    private boolean ready;

    Installation(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        this.mail = new MailServer(folder.resolve("smtp"));
        this.database = new OwnServer(data());
        this.boot = Instant.now();
        this.product = product();
        try {
            ready();
        } catch (AssertionError never) {
            close();
            throw never;
        }
    }

    private Product product() throws IOException {
        return Product.start(
                folder,
                List.of(),
                "--server.port=" + port,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.port(),
                "--slipway.communication.first-retry=PT0.5S",
                "--slipway.communication.longest-retry=PT2S");
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

    MailServer mail() {
        return mail;
    }

    /** Where the files of a release lie at a site. */
    Path unit(String site, Delivery delivery) {
        return data().resolve("sites").resolve(site).resolve(delivery.unit());
    }

    /** Every kill until now. */
    List<Outage> outages() {
        return List.copyOf(outages);
    }

    /** Kills them and starts them again as a person would, a mail server when it was missed; a database starts by itself. */
    void killAndStart(Victims victims) throws IOException, InterruptedException, SQLException {
        Instant from = Instant.now();
        kill(victims);
        if (victims == Victims.MAIL_SERVER) {
            missed();
        }
        boot = Instant.now();
        outages.add(new Outage(victims, from, boot));
        if (victims.mail()) {
            mail.startAgain();
        }
        if (victims.application()) {
            product = product();
        }
    }

    /** Sees that nothing else of them lives on. */
    private void kill(Victims victims) throws IOException, InterruptedException {
        if (victims == Victims.ASKED) {
            product.signal("TERM");
            product.exitCode(TO_END);
        } else if (victims.application()) {
            product.handle().destroyForcibly();
        }
        if (victims.database() && !database.kill() && ready) {
            throw new AssertionError("There was no PostgreSQL to kill");
        }
        if (victims.mail()) {
            mail.kill();
        }
        if (victims.application()) {
            product.exitCode(30);
            nothingSurvives(victims.database() || victims == Victims.ASKED);
        }
        ready = false;
    }

    private void nothingSurvives(boolean databaseToo) throws IOException, InterruptedException {
        for (int look = 0; !survivors(databaseToo).isEmpty(); look++) {
            if (look == 100) {
                throw new AssertionError("They outlive the kill: " + survivors(databaseToo));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Waits until every notice that is to leave was refused once. */
    private void missed() throws IOException, InterruptedException, SQLException {
        try (Connection connection = connect()) {
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (int look = 0; waiting(sql) > 0; look++) {
                if (look == PATIENCE * 10) {
                    throw new AssertionError("Nobody misses the mail server: " + said());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static int waiting(JdbcClient sql) {
        return sql.sql("select count(*) from slipway.outbox where sent_at is null and last_error is null")
                .query(Integer.class)
                .single();
    }

    /** Waits until it runs and its database answers; how long that took in milliseconds. */
    long ready() throws IOException, InterruptedException {
        product.says(RUNS, PATIENCE);
        await("the database").atMost(Duration.ofSeconds(PATIENCE)).until(this::answers);
        ready = true;
        stoodUntilNow();
        return Duration.between(boot, Instant.now()).toMillis();
    }

    /** What lived on while the database was away could still do what it had begun, until that was back. */
    private void stoodUntilNow() {
        if (!outages.isEmpty() && onlyDatabase(outages.getLast().victims())) {
            Outage last = outages.removeLast();
            outages.add(new Outage(last.victims(), last.from(), Instant.now()));
        }
    }

    private static boolean onlyDatabase(Victims victims) {
        return victims.database() && !victims.application();
    }

    private boolean answers() throws IOException {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    Connection connect() throws IOException, SQLException {
        String password = Files.readString(data().resolve("secrets/database-application"));
        return new Access(
                        "jdbc:postgresql://127.0.0.1:" + database.port() + "/slipway",
                        "slipway_application",
                        password.strip())
                .connect();
    }

    String said() throws IOException {
        return product.out() + product.err();
    }

    private List<String> survivors(boolean databaseToo) throws IOException {
        List<ProcessHandle> servers = databaseToo ? database.survivors() : List.of();
        return Stream.concat(
                        servers.stream().map(process -> process.info().toString()),
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .filter(line -> line.contains(data().toString()) && !line.contains("bin/postgres")))
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
        mail.close();
        database.kill();
    }
}
