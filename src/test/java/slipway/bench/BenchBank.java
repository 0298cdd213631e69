package slipway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.runtime.OwnDatabase;
import slipway.runtime.Secrets;
import slipway.runtime.database.Access;
import slipway.runtime.database.Schema;
import slipway.runtime.postgres.Binaries;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.DataFolder;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.WholeTree;

/** A bank with as many sites as asked, each a directory, on a database that is started as the product starts it. */
final class BenchBank implements AutoCloseable {
    private final Path folder;
    private final OwnDatabase database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final int policy;

    private BenchBank(Path folder, OwnDatabase database) {
        this.folder = folder;
        this.database = database;
        context.registerBean(Access.class, database::application);
        context.registerBean(DataFolder.class, () -> new DataFolder(folder.resolve("data")));
        context.register(BenchBeans.class);
        context.refresh();
        Policy.Window always = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        policy = the(Policies.class)
                .putInForce(
                        new Policy(0, Duration.ZERO, Duration.ofMinutes(3), 100, List.of(always), List.of()),
                        new Actor("ivan"));
    }

    /** Opens one below the build folder, on the disk that the product would work on. */
    static BenchBank open() throws IOException, SQLException {
        Path all = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        Path folder = Files.createTempDirectory(all, "bank-");
        OwnDatabase database = OwnDatabase.start(
                folder.resolve("postgres"), Binaries.in(all), new Secrets(folder.resolve("secrets")), List.of());
        try {
            Schema.prepare(database.owner(), database.application());
            return new BenchBank(folder, database);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    DataSource source() {
        return the(DataSource.class);
    }

    /** A folder of that name beside the others. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Path site(SiteId site) {
        return folder.resolve("sites").resolve(site.value());
    }

    /** Does it in one transaction. */
    <T> T together(Callable<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(the(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                return work.call();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    UnitId unit(String name) {
        UnitId unit = new UnitId(name);
        the(Cmdb.class).registerUnit(new Unit.Software(unit, name, new Unit.Repository("/nowhere/" + name)));
        return unit;
    }

    /** A revision of those files that the library gives out. */
    UnitRevision made(UnitId unit, String version, Path files) throws IOException {
        Library library = the(Library.class);
        List<Manifest.Entry> entries = WholeTree.of(files).files();
        for (Manifest.Entry entry : entries) {
            library.store(files.resolve(entry.path()));
        }
        Manifest manifest = new Manifest(entries);
        UnitRevision revision = new UnitRevision(unit, version, manifest.digest());
        done(library.propose(revision, manifest, Map.of(), null));
        done(library.attestScan(revision, new Actor("sofia"), true, "clamd", ""));
        done(library.checkIn(revision));
        done(library.advance(revision, Library.State.TESTED));
        done(library.advance(revision, Library.State.ACCEPTED));
        return revision;
    }

    /** Sites of that name that run the revision, whose files are linked and not copied. */
    List<SiteId> sites(String name, int count, UnitRevision revision, Path files) {
        return together(() -> {
            List<SiteId> sites = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                SiteId site = new SiteId(name + "-" + number);
                open(site, revision, files);
                sites.add(site);
            }
            return sites;
        });
    }

    private void open(SiteId id, UnitRevision revision, Path files) throws IOException {
        Path place = site(id).resolve(revision.unit().value());
        BenchFiles.link(files, place.resolve("releases").resolve("baseline"));
        Files.createSymbolicLink(place.resolve("current"), Path.of("releases", "baseline"));
        Cmdb cmdb = the(Cmdb.class);
        cmdb.registerSite(new Site(
                id, id.value(), ZoneOffset.UTC, new Actor("zoe"), true, false, Channel.DIRECTORY, site(id).toString()));
        cmdb.authorise(id, revision, null);
        cmdb.observed(
                id,
                revision.unit(),
                new Content.Known(revision),
                true,
                the(Clock.class).instant());
    }

    static void done(Result result) {
        if (result instanceof Result.Refused refused) {
            throw new IllegalStateException(refused.refusal().toString());
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
