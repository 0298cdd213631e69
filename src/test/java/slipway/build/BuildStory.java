package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.build.git.GitRepositories;
import slipway.build.git.GitRepositories.Commit;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.release.Offers;
import slipway.release.PartScope;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Held;
import slipway.testing.TourSources;

/** How a release of some units gets where it is built; requested by rita, for the sites HERE and THERE. */
@BuildInsides
abstract class BuildStory {
    static final Actor BEN = new Actor("ben");
    static final Actor SOFIA = new Actor("sofia");
    static final Actor RITA = new Actor("rita");
    static final Actor CONRAD = new Actor("conrad");
    static final SiteId HERE = new SiteId("here");
    static final SiteId THERE = new SiteId("there");
    static final SiteId ELSEWHERE = new SiteId("elsewhere");
    static final UnitId PROGRAM = new UnitId("built-program");
    private static final RfcNumber RFC = new RfcNumber("RFC-70001");

    @TempDir
    Path folder;

    @Autowired
    Builds builds;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Authors authors;

    @Autowired
    Offers offers;

    @Autowired
    Releases releases;

    @Autowired
    Library library;

    @Autowired
    Cmdb cmdb;

    @Autowired
    EventLog log;

    @Autowired
    Changes changes;

    @Autowired
    Policies policies;

    @Autowired
    Clock clock;

    @Autowired
    private JdbcClient sql;

    private int policy;

    @BeforeEach
    void threeSites() {
        for (SiteId site : List.of(HERE, THERE, ELSEWHERE)) {
            cmdb.registerSite(new Site(
                    site,
                    site.value(),
                    ZoneId.of("UTC"),
                    new Actor("zoe"),
                    true,
                    false,
                    Channel.DIRECTORY,
                    "/nowhere/" + site));
        }
        Policy.Window anyTime = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        policy = policies.putInForce(
                new Policy(0, Duration.ofMinutes(1), Duration.ofMinutes(1), 60, List.of(anyTime), List.of()),
                new Actor("ivan"));
    }

    /** A repository of the program with these commits after its first, v1.0.0. */
    Path repository(Commit... commits) throws IOException {
        Path bare = folder.resolve("program.git");
        TourSources.create(bare, commits);
        cmdb.registerUnit(new Unit.Software(PROGRAM, "Built program", new Unit.Repository(bare.toString())));
        return bare;
    }

    static void push(Path bare, Commit... commits) throws IOException {
        GitRepositories.append(bare, List.of(commits));
    }

    /** Moves a tag to what another one names. */
    static void moveTag(Path bare, String tag, String target) throws IOException {
        Files.copy(
                bare.resolve("refs/tags").resolve(target),
                bare.resolve("refs/tags").resolve(tag),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** A release of the program from that tag that is being built. */
    PartId inBuild(String tag) {
        return inBuild(Map.of(PROGRAM, tag)).getFirst();
    }

    List<PartId> inBuild(Map<UnitId, String> sources) {
        ReleaseNumber release = planned(sources);
        checkIns.begin(release);
        return sources.keySet().stream().map(unit -> new PartId(release, unit)).toList();
    }

    ReleaseNumber planned(Map<UnitId, String> sources) {
        changes.register(new Rfc(
                RFC,
                "Faster",
                sources.keySet().iterator().next(),
                Rfc.Impact.LOW,
                false,
                Rfc.Status.APPROVED,
                List.of("It takes a second.")));
        ReleaseNumber release = releases.draft(RITA, "Faster", "Customers wait");
        plan(release, sources);
        return release;
    }

    /** Submits the release, for the first time or again, and plans it. */
    void plan(ReleaseNumber release, Map<UnitId, String> sources) {
        List<PartScope> parts = new TreeMap<>(byName(sources))
                .entrySet().stream()
                        .map(part -> new PartScope(new UnitId(part.getKey()), part.getValue()))
                        .toList();
        done(releases.submit(release, new Scope(parts, Set.of(RFC), Set.of(HERE, THERE)), ReleaseType.MINOR, policy));
        for (PartScope part : parts) {
            Offers.Pinned pin = (Offers.Pinned) offers.pin(part.unit(), part.source());
            done(releases.pin(new PartId(release, part.unit()), pin.pin()));
        }
        done(releases.move(release, ReleaseState.PLANNED));
    }

    private static Map<String, String> byName(Map<UnitId, String> sources) {
        Map<String, String> names = new TreeMap<>();
        sources.forEach((unit, source) -> names.put(unit.value(), source));
        return names;
    }

    /** The release ends, so that its RFCs are free for the next one. */
    void cancel(PartId part) {
        done(releases.move(part.release(), ReleaseState.CANCELLED));
    }

    Build built(PartId part) throws Exception {
        Build order = builds.order(part);
        return builds.record(order.key(), builds.run(order.key()));
    }

    Result proposed(PartId part) throws Exception {
        return checkIns.propose(part, checkIns.deposit(part));
    }

    /** Whoever wrote some of it and is not known is said to have left the bank. */
    void answered(PartId part) {
        Set<String> left =
                authors.open(part).stream().map(Authors.Author::address).collect(Collectors.toSet());
        done(authors.answer(
                part, CONRAD, new Authors.Answer(left, Set.of(), Set.of(), Optional.empty(), "left the bank")));
    }

    /** Stores, scans and checks in what the part's newest attempt made. */
    void checkedIn(PartId part) throws Exception {
        answered(part);
        done(proposed(part));
        done(checkIns.attestScan(part, SOFIA, true, "clamd 1.4", ""));
        done(checkIns.checkIn(part));
    }

    void runs(SiteId site, UnitRevision revision) {
        Content runs = new Content.Known(Held.in(sql, revision));
        cmdb.observed(site, revision.unit(), runs, true, clock.instant());
    }

    <E extends Event> E told(ReleaseNumber release, Class<E> type) {
        return log.latest(release, type).orElseThrow();
    }

    static void done(Result result) {
        assertThat(result).isEqualTo(Result.done());
    }

    static String rule(Result result) {
        return result instanceof Result.Refused no ? no.refusal().rule() : "done";
    }
}
