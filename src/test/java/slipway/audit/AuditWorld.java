package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.Order;
import slipway.site.SiteOrders;

/** A release of one unit, with the real CMDB, library, log, orders and folders; what it says of itself a test says. */
final class AuditWorld implements AutoCloseable {
    static final Actor ANNA = new Actor("anna");
    static final Actor DANA = new Actor("dana");
    private static final AtomicInteger WORLDS = new AtomicInteger(5000);

    final int number = WORLDS.incrementAndGet();
    final ReleaseNumber release = ReleaseNumber.of(2032, number);
    final UnitId unit = new UnitId("audited-" + number);
    final Path folder;
    final List<AuditItem> targets = new ArrayList<>();
    ReleaseState state = ReleaseState.PREPARED;
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    Instant scheduledAt = now.minusSeconds(60);
    final Statements statements = new Statements();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    AuditWorld(Path folder) {
        this.folder = folder;
        context.registerBean("world", AuditWorld.class, () -> this);
        context.register(AuditBeans.class);
        context.refresh();
        JdbcClient sql = the(JdbcClient.class);
        sql.sql("""
                        update slipway.site_order set state = 'WITHDRAWN', worker = null, lease_until = null
                        where state in ('WAITING', 'OPEN', 'CLAIMED')
                        """).update();
        sql.sql("update slipway.audit_settling set told = true where not told").update();
        sql.sql("""
                        insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                        values (?, 'Audited', 'A test', 'rita', 'DRAFT', now())
                        """).param(release.value()).update();
        the(Cmdb.class).registerUnit(new Unit.Software(unit, "Audited", new Unit.Repository("/nowhere")));
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    Audits audits() {
        return the(Audits.class);
    }

    SiteId id(String site) {
        return new SiteId(site + "-" + number);
    }

    /** A site of the release where that revision runs, authorised. */
    SiteId site(String name, UnitRevision revision) {
        SiteId site = emptySite(name, Channel.DIRECTORY);
        authorise(site, revision);
        install(name, revision);
        return site;
    }

    void authorise(SiteId site, UnitRevision revision) {
        the(Cmdb.class).authorise(site, revision, null);
    }

    /** A site of the release where nothing runs and nothing is authorised. */
    SiteId emptySite(String name, Channel channel) {
        SiteId site = id(name);
        try {
            Files.createDirectories(place(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        the(Cmdb.class)
                .registerSite(new Site(
                        site,
                        name,
                        ZoneOffset.UTC,
                        new Actor("zoe"),
                        true,
                        false,
                        channel,
                        folder.resolve(name).toString()));
        targets.add(new AuditItem(site, unit));
        return site;
    }

    /** The unit's folder at a site. */
    Path place(String site) {
        return folder.resolve(site).resolve(unit.value());
    }

    /** The files that run at a site. */
    Path files(String site) {
        return place(site).resolve("current");
    }

    void install(String site, UnitRevision revision) {
        try {
            Path files = place(site).resolve("releases").resolve(revision.version());
            FileSystemUtils.deleteRecursively(files);
            Library.Holding holding = the(Library.class).find(revision).orElseThrow();
            for (Manifest.Entry entry : holding.manifest().entries()) {
                Path file = files.resolve(entry.path());
                Files.createDirectories(file.getParent());
                the(Library.class).fetch(entry.digest(), file);
                assertThat(file.toFile().setExecutable(entry.executable())).isTrue();
            }
            Files.deleteIfExists(files(site));
            Files.createSymbolicLink(files(site), Path.of("releases", revision.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An accepted revision with these contents by path; what ends in {@code .sh} is executable. */
    UnitRevision revision(String version, Map<String, String> contents) {
        Library library = the(Library.class);
        List<Manifest.Entry> entries = new ArrayList<>();
        contents.forEach((path, content) -> entries.add(
                new Manifest.Entry(path, stored(library, content), content.length(), path.endsWith(".sh"))));
        Manifest manifest = new Manifest(entries);
        UnitRevision revision = new UnitRevision(unit, version, manifest.digest());
        done(library.propose(revision, manifest, Map.of(), null));
        done(library.attestScan(revision, new Actor("sofia"), true, "clamd", ""));
        done(library.checkIn(revision));
        done(library.advance(revision, Library.State.TESTED));
        done(library.advance(revision, Library.State.ACCEPTED));
        return revision;
    }

    UnitRevision first() {
        return revision("1.0.0", contents("first"));
    }

    UnitRevision second() {
        return revision("1.1.0", contents("second"));
    }

    private static Map<String, String> contents(String content) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("run.sh", "echo " + content);
        files.put("notes.txt", content);
        files.put("licence.txt", "the same in all versions");
        return files;
    }

    private static Digest stored(Library library, String content) {
        try {
            Path file = Files.createTempFile("audit-world", ".txt");
            Files.writeString(file, content);
            Digest digest = library.store(file);
            Files.delete(file);
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Orders an audit and looks at every site that Slipway reaches. */
    AuditReport look(Phase phase) {
        assertThat(audits().order(release, phase)).isInstanceOf(Audits.Looking.class);
        work();
        return latest(phase);
    }

    /** Rows of that many further sites, as an audit leaves them. */
    void pretendSeen(AuditReport audit, int sites) {
        the(JdbcClient.class)
                .sql("""
                        with further as (
                          insert into slipway.site (id, name, zone, coordinator, mandatory, disaster_recovery, channel,
                            address)
                          select 'a' || n || '-' || :world, 'a', 'UTC', 'zoe', true, false, 'BY_HAND', ''
                            from generate_series(1, :sites) n returning id)
                        insert into slipway.site_inventory (audit, site, unit, taken_at, installed, readable, files,
                          findings)
                        select :audit, id, :unit, now(), 'nothing', true, 0, 0 from further
                        """)
                .param("world", number)
                .param("sites", sites)
                .param("audit", audit.id())
                .param("unit", unit.value())
                .update();
    }

    void work() {
        while (the(SiteOrders.class).runDue(Set.of(Order.Kind.INVENTORY))) {
            turn(Duration.ofMillis(1));
        }
    }

    AuditReport latest(Phase phase) {
        return audits().latest(release, phase).orElseThrow();
    }

    List<Finding> findings(Phase phase) {
        return audits().findings(latest(phase), 10_000);
    }

    Cmdb.Item item(String site) {
        return the(Cmdb.class).find(id(site), unit).orElseThrow();
    }

    void turn(Duration by) {
        now = now.plus(by);
    }

    static void done(Result result) {
        assertThat(result).isEqualTo(Result.done());
    }

    static void refused(Result result, String rule) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo(rule));
    }

    @Override
    public void close() {
        context.close();
    }
}
