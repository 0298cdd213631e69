package slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    private TestDatabase(Path folder, OwnDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** The database of this run, started at the first call. */
    public static TestDatabase get() {
        return INSTANCE;
    }

    /** As the application: no DDL, nothing changed or deleted in append-only tables. */
    public DataSource application() {
        return dataSource(database.application());
    }

    /** As the owner of the tables. */
    public DataSource owner() {
        return dataSource(database.owner());
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

    private static DataSource dataSource(Access access) {
        DriverManagerDataSource source = new DriverManagerDataSource(access.url(), access.user(), access.password());
        source.setSchema(Schema.ENGINE);
        return source;
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
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder), "stop-test-database"));
            Schema.prepare(database.owner(), database.application());
            return new TestDatabase(folder, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(OwnDatabase database, Path folder) {
        CONTEXTS.forEach(ConfigurableApplicationContext::close);
        database.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
