package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.planning.Plans;
import slipway.planning.Reservations;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.release.PartScope;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.Order;
import slipway.site.SiteOrders;
import slipway.testing.Goals;
import slipway.testing.WholeTree;

/** A bank whose sites are directories, and how a release gets from its draft into its waves there. */
@SpringJUnitConfig(RolloutSetup.class)
@Transactional
abstract class RolloutStory {
    static final Actor RITA = new Actor("rita");
    static final Actor CARL = new Actor("carl");
    static final Actor OLGA = new Actor("olga");
    static final UnitId CHECK = new UnitId("rollout-check");
    static final UnitId PAYMENTS = new UnitId("rollout-payments");

    @TempDir
    Path folder;

    @Autowired
    TurnedClock clock;

    @Autowired
    CountedStatements statements;

    @Autowired
    BankPeople people;

    @Autowired
    Releases releases;

    @Autowired
    Plans plans;

    @Autowired
    Library library;

    @Autowired
    Cmdb cmdb;

    @Autowired
    Changes changes;

    @Autowired
    Policies policies;

    @Autowired
    Approvals approvals;

    @Autowired
    Reservations reservations;

    @Autowired
    EventLog events;

    @Autowired
    SiteOrders orders;

    @Autowired
    WavePlans waves;

    @Autowired
    Rollouts rollouts;

    @Autowired
    PausedRollouts paused;

    @Autowired
    BackOuts backOuts;

    @Autowired
    Stops stops;

    @Autowired
    SiteTargets targets;

    PointOfNoReturn noReturn = PointOfNoReturn.NONE;
    int policy;
    private int rfcs;

    @BeforeEach
    void a_bank() {
        clock.reset();
        people.everybodyIsBack();
        noReturn = PointOfNoReturn.NONE;
        cmdb.registerUnit(new Unit.Software(CHECK, "Check", new Unit.Repository("repositories/check.git")));
        cmdb.registerUnit(new Unit.Software(PAYMENTS, "Payments", new Unit.Repository("repositories/payments.git")));
        Policy.Window always = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        policy = policies.putInForce(
                new Policy(0, Duration.ofMinutes(5), Duration.ofHours(1), 50, List.of(always), List.of()),
                new Actor("ivan"));
    }

    // ---- sites and revisions

    void sites(String... names) {
        Stream.of(names).forEach(name -> site(name, Channel.DIRECTORY));
    }

    void site(String name, Channel channel) {
        try {
            Path place = Files.createDirectories(folder.resolve(name));
            cmdb.registerSite(new Site(
                    new SiteId(name), name, ZoneOffset.UTC, new Actor("zoe"), true, false, channel, place.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A revision that the library gives out. */
    UnitRevision made(UnitId unit, String version) {
        List<Manifest.Entry> entries = new ArrayList<>();
        Map.of("run.sh", "echo " + unit + version, "notes.txt", "version " + version)
                .forEach((path, text) -> {
                    try {
                        Path file = Files.writeString(Files.createTempFile(folder, "made", ""), text);
                        entries.add(new Manifest.Entry(path, library.store(file), text.length(), path.endsWith(".sh")));
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        Manifest manifest = new Manifest(entries);
        UnitRevision revision = new UnitRevision(unit, version, manifest.digest());
        done(library.propose(revision, manifest, Map.of(), null));
        done(library.attestScan(revision, new Actor("sofia"), true, "clamd 1.4", ""));
        done(library.checkIn(revision));
        done(library.advance(revision, Library.State.TESTED));
        done(library.advance(revision, Library.State.ACCEPTED));
        return revision;
    }

    /** These sites run that revision since long ago, named baseline there. */
    void baseline(UnitRevision revision, String... sites) {
        for (String site : sites) {
            Path place = place(site, revision.unit());
            try {
                Files.createDirectories(place.resolve("releases"));
                library.materialise(library.find(revision).orElseThrow(), place.resolve("releases/baseline"));
                Files.createSymbolicLink(place.resolve("current"), Path.of("releases", "baseline"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            cmdb.authorise(new SiteId(site), revision, null);
            cmdb.observed(new SiteId(site), revision.unit(), new Content.Known(revision), true, clock.instant());
        }
    }

    Path place(String site, UnitId unit) {
        return folder.resolve(site).resolve(unit.value());
    }

    /** What runs at a site, byte for byte. */
    Digest running(String site, UnitId unit) {
        try {
            return new Manifest(
                            WholeTree.of(place(site, unit).resolve("current").toRealPath())
                                    .files())
                    .digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that nobody ordered lies beside those of a release at a site. */
    void plant(String site, String release) {
        try {
            Files.writeString(
                    place(site, CHECK).resolve("releases").resolve(release).resolve("planted.txt"), "planted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cmdb.Item item(String site, UnitId unit) {
        return cmdb.find(new SiteId(site), unit).orElseThrow();
    }

    /** From now on nothing can be done with the unit at the site; until it is mended. */
    Mending breakSite(String site, UnitId unit) {
        Path place = place(site, unit);
        Path aside = place.resolveSibling("aside-" + unit);
        try {
            Files.createDirectories(place.resolve("releases"));
            Files.move(place.resolve("releases"), aside);
            Files.writeString(place.resolve("releases"), "a file where a folder should be");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return () -> {
            try {
                Files.delete(place.resolve("releases"));
                Files.move(aside, place.resolve("releases"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    interface Mending {
        void mend();
    }

    /** Somebody switches a site to what nobody knows. */
    void handmade(String site) {
        try {
            Path own = Files.createDirectories(place(site, CHECK).resolve("releases/handmade"));
            Files.writeString(own.resolve("run.sh"), "echo by hand");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        switchedTo(site, "handmade");
    }

    /** Somebody switches a site to what lies there under that name. */
    void switchedTo(String site, String name) {
        try {
            Path current = place(site, CHECK).resolve("current");
            Files.deleteIfExists(current);
            Files.createSymbolicLink(current, Path.of("releases", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- a release

    /** A release of these revisions for these sites, accepted; its window is open for eight hours. */
    ReleaseNumber accepted(List<UnitRevision> revisions, String... sites) {
        rfcs++;
        RfcNumber rfc = new RfcNumber("RFC-" + (70_000 + rfcs));
        changes.register(
                new Rfc(rfc, "Better", CHECK, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("It is better.")));
        ReleaseNumber release = releases.draft(RITA, "Better " + rfcs, "Customers wait");
        List<PartScope> parts = revisions.stream()
                .map(revision -> new PartScope(revision.unit(), "v" + revision.version()))
                .toList();
        Set<SiteId> scope = Stream.of(sites).map(SiteId::new).collect(Collectors.toSet());
        done(releases.submit(release, new Scope(parts, Set.of(rfc), scope), ReleaseType.MINOR, policy));
        planned(release);
        move(release, ReleaseState.IN_BUILD);
        revisions.forEach(revision -> done(releases.ready(new PartId(release, revision.unit()), revision)));
        move(release, ReleaseState.IN_TEST);
        revisions.forEach(revision -> done(releases.accepted(new PartId(release, revision.unit()))));
        move(release, ReleaseState.ACCEPTED);
        return release;
    }

    void planned(ReleaseNumber release) {
        done(plans.draft(new Plans.Draft(
                release,
                Goals.critical("No error"),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(8)),
                Duration.ofMinutes(10),
                noReturn,
                RITA)));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
    }

    /** The same in these waves, each with its sites separated by spaces, with 20 %; authorised and ready. */
    ReleaseNumber prepared(ReleaseNumber release, String... arranged) {
        return prepared(release, Parts.percent(20), arranged);
    }

    ReleaseNumber prepared(ReleaseNumber release, Optional<Thresholds> thresholds, String... arranged) {
        done(waves.arrange(release, RITA, text(arranged)));
        done(waves.schedule(release, thresholds));
        approvals.decide(release, Gate.GO_LIVE, CARL, true, "");
        move(release, ReleaseState.AUTHORISED, ReleaseState.PREPARED, ReleaseState.PRE_AUDITED);
        return release;
    }

    /** The same, in rollout. */
    ReleaseNumber started(ReleaseNumber release, String... arranged) {
        prepared(release, arranged);
        done(rollouts.start(release));
        return release;
    }

    /** The same, with other thresholds for pilot and waves. */
    ReleaseNumber started(ReleaseNumber release, Threshold pilot, Threshold wave, String... arranged) {
        prepared(release, Optional.of(new Thresholds(pilot, wave)), arranged);
        done(rollouts.start(release));
        return release;
    }

    static String text(String... arranged) {
        StringBuilder text = new StringBuilder();
        for (int wave = 1; wave <= arranged.length; wave++) {
            text.append(wave)
                    .append(": ")
                    .append(arranged[wave - 1].replace(" ", ", "))
                    .append('\n');
        }
        return text.toString().strip();
    }

    void move(ReleaseNumber release, ReleaseState... states) {
        Stream.of(states).forEach(state -> done(releases.move(release, state)));
    }

    // ---- what the process and its workers do

    /** Starts the next wave. */
    int begin(ReleaseNumber release) {
        assertThat(rollouts.next(release)).isInstanceOf(Rollouts.NextWave.class);
        int wave = ((Rollouts.NextWave) rollouts.next(release)).number();
        assertThat(rollouts.startWave(release, wave)).isInstanceOf(Rollouts.Started.class);
        return wave;
    }

    /** Does every order that is due. */
    void work() {
        while (workOnce()) {
            clock.turn(Duration.ofMillis(1));
        }
    }

    boolean workOnce() {
        return orders.runDue(Set.of(Order.Kind.INSTALL, Order.Kind.RESTORE));
    }

    /** The next wave from its start to its end. */
    Rollouts.Evaluation wave(ReleaseNumber release) {
        int wave = begin(release);
        work();
        Rollouts.Evaluation end = rollouts.evaluate(release, wave);
        if (end instanceof Rollouts.Passed) {
            assertThat(rollouts.soaked(release, wave)).isTrue();
        }
        return end;
    }

    void decided(ReleaseNumber release, PausedDecision decision) {
        assertThat(paused.decide(release, RITA, decision, "as agreed", Set.of()))
                .isEqualTo(new PausedRollouts.Decided());
    }

    /** Backs out as it was decided, until nothing is left to return or one is stuck. */
    BackOuts.End backedOut(ReleaseNumber release, PausedDecision decision) {
        decided(release, decision);
        assertThat(backOuts.order(release)).isNotInstanceOf(BackOuts.NotOrdered.class);
        work();
        return backOuts.finish(release);
    }

    // ---- what is seen

    ReleaseState state(ReleaseNumber release) {
        return releases.get(release).state();
    }

    /** The state of each site. */
    Map<String, TargetState> states(ReleaseNumber release) {
        return targets.sites(release).stream()
                .collect(Collectors.toMap(
                        site -> site.site().value(), SiteStand::state, (one, other) -> one, TreeMap::new));
    }

    Target part(ReleaseNumber release, String site, UnitId unit) {
        return targets.of(release).stream()
                .filter(target ->
                        target.site().value().equals(site) && target.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    <E extends RolloutEvent> List<E> told(ReleaseNumber release, Class<E> type) {
        return events.of(release).stream()
                .map(EventLog.Entry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    boolean holds(ReleaseNumber release, String site, UnitId unit) {
        return reservations.held(release).contains(new Reservations.Reserved(new SiteId(site), unit));
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
}
