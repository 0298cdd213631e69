package slipway.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import slipway.runtime.OwnDatabase;
import slipway.runtime.Secrets;
import slipway.runtime.database.Access;
import slipway.runtime.database.Schema;
import slipway.runtime.postgres.Binaries;

/**
 * One real PostgreSQL for a whole test run, started and prepared by the product's own code. Repository tests use {@link
 * #application()}; what only an owner may do (altering, truncating, looking behind) uses {@link #owner()}.
 */
public final class TestDatabase {
    private static final List<ConfigurableApplicationContext> CONTEXTS = new CopyOnWriteArrayList<>();
    private static final TestDatabase INSTANCE = start();
    private final Path folder;
    private final OwnDatabase database;
    private final HikariDataSource application;
    private final HikariDataSource owner;

    private TestDatabase(Path folder, OwnDatabase database) {
        this.folder = folder;
        this.database = database;
        application = pool(database.application());
        owner = pool(database.owner());
    }

    /** The database of this run, started at the first call. */
    public static TestDatabase get() {
        return INSTANCE;
    }

    /** As the application: no DDL, nothing changed or deleted in append-only tables. */
    public DataSource application() {
        return application;
    }

    /** As the owner of the tables. */
    public DataSource owner() {
        return owner;
    }

    /** Plain SQL as the application. */
    public JdbcClient sql() {
        return JdbcClient.create(application());
    }

    /** Address and password of the application's role. */
    public Access applicationAccess() {
        return database.application();
    }

    /** Address and password of the owner's role. */
    public Access ownerAccess() {
        return database.owner();
    }

    /** Where this run keeps files; removed at its end. */
    public Path folder() {
        return folder;
    }

    /** Has that context closed before the database stops. */
    void outlives(ConfigurableApplicationContext context) {
        CONTEXTS.add(context);
    }

    // To log in costs the server more than most statements do.
    private static HikariDataSource pool(Access access) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(access.url());
        settings.setUsername(access.user());
        settings.setPassword(access.password());
        settings.setSchema(Schema.ENGINE);
        settings.setMaximumPoolSize(30);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(10_000);
        // The roles come into being after it.
        settings.setInitializationFailTimeout(-1);
        return new HikariDataSource(settings);
    }

    private static TestDatabase start() {
        try {
            Path folder = TestFolder.ofThisRun();
            Binaries binaries = Binaries.in(TestFolder.ALL);
            TestFolder.clearAbandoned(binaries);
            OwnDatabase database = OwnDatabase.start(
                    folder.resolve("postgres"),
                    binaries,
                    new Secrets(folder.resolve("secrets")),
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100"));
            TestDatabase started = new TestDatabase(folder, database);
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop-test-database"));
            Schema.prepare(database.owner(), database.application());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        CONTEXTS.forEach(ConfigurableApplicationContext::close);
        application.close();
        owner.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
