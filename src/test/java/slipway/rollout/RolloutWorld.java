package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.FileTree;
import slipway.shared.Manifest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.TestDatabase;

/**
 * A unit of its own with a baseline at sites of its own, in real directories, the real library and the real database;
 * only policy and people are played, because they belong to everybody.
 */
public final class RolloutWorld implements AutoCloseable {
    private static final AtomicInteger WORLDS = new AtomicInteger();

    public final UnitId unit;
    public final Map<String, Site> sites = new LinkedHashMap<>();
    public final List<Refusal> closed = new ArrayList<>();
    public Instant now = Instant.parse("2030-01-07T12:00:00Z");
    private final Path folder;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public RolloutWorld(Path folder) {
        this.folder = folder;
        String mark = "w" + ProcessHandle.current().pid() + "n" + WORLDS.incrementAndGet();
        unit = new UnitId("unit-" + mark);
        for (String name : List.of("basel", "oslo", "quito")) {
            Path place = folder.resolve("sites").resolve(name);
            sites.put(
                    name,
                    new Site(
                            new SiteId(name + "-" + mark),
                            name,
                            ZoneOffset.UTC,
                            new Actor("zoe"),
                            true,
                            name.equals("quito"),
                            place));
        }
        context.registerBean(RolloutWorld.class, () -> this);
        context.register(WorldBeans.class);
        context.refresh();
        the(Cmdb.class).registerUnit(new Unit(unit, "Unit", "none"));
        sites.values().forEach(site -> the(Cmdb.class).registerSite(site));
    }

    Path folder() {
        return folder;
    }

    public <T> T the(Class<T> facade) {
        return context.getBean(facade);
    }

    public SiteId id(String site) {
        return site(site).id();
    }

    public Site site(String name) {
        return Optional.ofNullable(sites.get(name)).orElseThrow();
    }

    /** A revision in the library, accepted. */
    public UnitRevision accepted(String version, ReleaseNumber release, String... files) {
        Library library = the(Library.class);
        Manifest manifest = manifest(new TreeMap<>(pairs(files)));
        UnitRevision revision = new UnitRevision(unit, version, manifest.digest());
        done(library.propose(revision, manifest, Map.of(), release));
        done(library.attestScan(revision, new Actor("sofia"), true, "clamd 1.4", ""));
        done(library.checkIn(revision));
        done(library.advance(revision, Library.State.TESTED));
        done(library.advance(revision, Library.State.ACCEPTED));
        return revision;
    }

    /** Lays the baseline at every site, as somebody did long ago. */
    public UnitRevision baseline() {
        ReleaseNumber before = new ReleaseNumber("REL-2029-0001");
        UnitRevision revision = accepted("1.0.0", before, "app.sh", "echo 1", "notes.txt", "first");
        done(the(Library.class).advance(revision, Library.State.LIVE));
        Library.Holding holding = the(Library.class).find(revision).orElseThrow();
        for (Site site : sites.values()) {
            Path place = site.folder().resolve(unit.value());
            try {
                Files.createDirectories(place.resolve("releases"));
                the(Library.class).materialise(holding, place.resolve("releases/baseline"));
                Files.createSymbolicLink(place.resolve("current"), Path.of("releases", "baseline"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            the(Cmdb.class).authorise(site.id(), revision, before);
            the(Cmdb.class).observed(site.id(), unit, revision, true, now);
        }
        return revision;
    }

    /** A release of 1.1.0 that is accepted. */
    public ReleaseNumber acceptedRelease(UnitRevision backoutTarget) {
        Releases releases = the(Releases.class);
        ReleaseNumber number = releases.draft(new Actor("rita"), "Check more", "Fewer wrong transfers");
        done(releases.submit(number, new Scope(unit, "v1.1.0", Set.of(new RfcNumber("RFC-1"))), ReleaseType.MINOR));
        done(the(Plans.class)
                .draft(new Plan(
                        number,
                        List.of("No error"),
                        now.minusSeconds(3600),
                        now.plus(Duration.ofDays(2)),
                        backoutTarget,
                        Duration.ofMinutes(10),
                        Plan.PointOfNoReturn.NONE,
                        new Actor("rita"))));
        move(number, ReleaseState.PLANNED, ReleaseState.IN_BUILD);
        done(releases.bindRevision(number, accepted("1.1.0", number, "app.sh", "echo 2", "lib/more.txt", "second")));
        move(number, ReleaseState.IN_TEST, ReleaseState.ACCEPTED);
        return number;
    }

    /** The same, scheduled in these waves with 20 %, authorised and prepared. */
    public ReleaseNumber prepared(String... waves) {
        ReleaseNumber number = acceptedRelease(baseline());
        done(the(WavePlans.class).arrange(number, new Actor("rita"), text(waves)));
        done(the(WavePlans.class).schedule(number, Threshold.read(20)));
        the(Approvals.class).decide(number, Gate.GO_LIVE, new Actor("carl"), true, "");
        move(number, ReleaseState.AUTHORISED, ReleaseState.PREPARED);
        return number;
    }

    /** The same, audited and started. */
    public ReleaseNumber started(String... waves) {
        ReleaseNumber number = prepared(waves);
        audit(number, Phase.BEFORE);
        done(the(Rollouts.class).start(number));
        return number;
    }

    public void audit(ReleaseNumber number, Phase phase) {
        Audits audits = the(Audits.class);
        done(audits.order(number, phase));
        audits.keep(audits.collect(number, phase));
        done(audits.sign(number, phase, new Actor("anna"), ""));
        done(audits.record(number, phase));
    }

    /** Installs a wave as the process does. */
    public Rollouts.Evaluation wave(ReleaseNumber number, int wave) {
        assertThat(the(Rollouts.class).next(number))
                .isInstanceOfSatisfying(
                        Rollouts.NextWave.class,
                        next -> assertThat(next.number()).isEqualTo(wave));
        assertThat(the(Rollouts.class).startWave(number, wave)).isEqualTo(new Rollouts.Started());
        done(the(Installation.class).install(number, wave));
        return the(Rollouts.class).evaluate(number, wave);
    }

    public String text(String... waves) {
        StringBuilder text = new StringBuilder();
        for (int wave = 1; wave <= waves.length; wave++) {
            List<String> names = new ArrayList<>();
            for (String name : waves[wave - 1].split(" ", -1)) {
                names.add(id(name).value());
            }
            text.append(wave).append(": ").append(String.join(", ", names)).append('\n');
        }
        return text.toString();
    }

    /** The state of each site by its short name. */
    public Map<String, TargetState> states(ReleaseNumber number) {
        Map<String, TargetState> states = new TreeMap<>();
        the(SiteTargets.class)
                .of(number)
                .forEach(target -> states.put(
                        sites.entrySet().stream()
                                .filter(site -> site.getValue().id().equals(target.site()))
                                .findFirst()
                                .orElseThrow()
                                .getKey(),
                        target.state()));
        return states;
    }

    /** What runs at a site, byte for byte, by digest. */
    public Digest running(String site) {
        try {
            Path current = place(site).resolve("current").toRealPath();
            return new Manifest(FileTree.of(current).files()).digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path place(String site) {
        return site(site).folder().resolve(unit.value());
    }

    public void move(ReleaseNumber number, ReleaseState... states) {
        for (ReleaseState state : states) {
            done(the(Releases.class).move(number, state));
        }
    }

    public static void done(Result result) {
        assertThat(result).isInstanceOf(Result.Done.class);
    }

    @Override
    public void close() {
        context.close();
        JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
        for (Site site : sites.values()) {
            for (String table : List.of("site_finding", "site_inventory", "site_target", "ci_event", "ci")) {
                owner.sql("delete from slipway." + table + " where site = ?")
                        .param(site.id().value())
                        .update();
            }
            owner.sql("delete from slipway.site where id = ?")
                    .param(site.id().value())
                    .update();
        }
        owner.sql("delete from slipway.unit where id = ?").param(unit.value()).update();
    }

    private static Map<String, String> pairs(String... files) {
        Map<String, String> pairs = new HashMap<>();
        for (int each = 0; each < files.length; each += 2) {
            pairs.put(files[each], files[each + 1]);
        }
        return pairs;
    }

    private Manifest manifest(Map<String, String> files) {
        List<Manifest.Entry> entries = new ArrayList<>();
        files.forEach((path, content) -> {
            try {
                Path file = Files.writeString(Files.createTempFile(folder, "made", ""), content);
                entries.add(new Manifest.Entry(
                        path, the(Library.class).store(file), content.length(), path.endsWith(".sh")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Manifest(entries);
    }
}
