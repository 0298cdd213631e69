package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.event.EventLog;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Held;

/** Two units at two sites, two RFCs, and how a release of them gets where a test begins. */
@SpringJUnitConfig(ReleaseWorld.Setup.class)
@Transactional
public abstract class ReleaseStory {
    protected static final Actor MARA = new Actor("mara");
    protected static final UnitId CHECK = new UnitId("story-check");
    protected static final UnitId FILES = new UnitId("story-files");
    protected static final SiteId ZURICH = new SiteId("story-zurich");
    protected static final SiteId NEW_YORK = new SiteId("story-new-york");
    protected static final RfcNumber FOR_CHECK = new RfcNumber("RFC-70001");
    protected static final RfcNumber FOR_FILES = new RfcNumber("RFC-70002");
    private static final Unit.Source SOURCE = new Unit.Repository("repositories/story.git");

    @Autowired
    protected Releases releases;

    @Autowired
    protected Changes changes;

    @Autowired
    protected Cmdb cmdb;

    @Autowired
    protected EventLog log;

    @Autowired
    protected ReleaseWorld.Others others;

    @Autowired
    private Policies policies;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    protected int policy;

    @BeforeEach
    void world() {
        others.reset();
        cmdb.registerUnit(new Unit.Software(CHECK, "Story check", SOURCE));
        cmdb.registerUnit(new Unit.Software(FILES, "Story files", SOURCE, Map.of(CHECK, "1.1.0"), Set.of()));
        site(ZURICH);
        site(NEW_YORK);
        rfc(FOR_CHECK, CHECK, Rfc.Status.APPROVED);
        rfc(FOR_FILES, FILES, Rfc.Status.APPROVED);
        others.sources.put(CHECK, List.of("v1.2.0", "v1.1.0"));
        others.sources.put(FILES, List.of("v1.0.0"));
        Policy.Window always = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        policy = policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ZERO, 60, List.of(always), List.of()), new Actor("ivan"));
    }

    private void site(SiteId id) {
        cmdb.registerSite(new Site(
                id,
                "Site " + id,
                ZoneId.of("Europe/Zurich"),
                new Actor("zoe"),
                true,
                false,
                Channel.DIRECTORY,
                "/nowhere/" + id));
    }

    protected void rfc(RfcNumber number, UnitId unit, Rfc.Status status) {
        changes.register(
                new Rfc(number, "Title of " + number, unit, Rfc.Impact.LOW, false, status, List.of("One", "Two")));
    }

    protected void runs(SiteId site, UnitId unit, String version) {
        UnitRevision revision = made(unit, version);
        cmdb.authorise(site, revision, null);
        cmdb.observed(site, unit, Content.of(revision), true, clock.instant());
    }

    /** The same, and the library holds it. */
    protected UnitRevision made(UnitId unit, String version) {
        return Held.in(sql, revision(unit, version));
    }

    protected static UnitRevision revision(UnitId unit, String version) {
        return new UnitRevision(unit, version, Digest.of(unit + version));
    }

    protected ReleaseNumber drafted() {
        return releases.draft(MARA, "Check faster", "Customers wait");
    }

    protected static Scope checkOnly() {
        return scope(Set.of(FOR_CHECK), new PartScope(CHECK, "v1.1.0"));
    }

    protected static Scope both() {
        return scope(Set.of(FOR_CHECK, FOR_FILES), new PartScope(CHECK, "v1.1.0"), new PartScope(FILES, "v1.0.0"));
    }

    protected static Scope scope(Set<RfcNumber> rfcs, PartScope... parts) {
        return new Scope(List.of(parts), rfcs, Set.of(ZURICH, NEW_YORK));
    }

    protected ReleaseNumber submitted(Scope scope) {
        ReleaseNumber release = drafted();
        done(releases.submit(release, scope, ReleaseType.MINOR, policy));
        return release;
    }

    protected ReleaseNumber inBuild(Scope scope) {
        ReleaseNumber release = submitted(scope);
        for (PartScope part : scope.parts()) {
            done(releases.pin(new PartId(release, part.unit()), "pin-of-" + part.source()));
        }
        moved(release, ReleaseState.PLANNED, ReleaseState.IN_BUILD);
        return release;
    }

    protected ReleaseNumber accepted(Scope scope) {
        ReleaseNumber release = inBuild(scope);
        for (UnitId unit : units(scope)) {
            done(releases.ready(new PartId(release, unit), made(unit, "1.1.0")));
        }
        moved(release, ReleaseState.IN_TEST);
        for (UnitId unit : units(scope)) {
            done(releases.accepted(new PartId(release, unit)));
        }
        moved(release, ReleaseState.ACCEPTED);
        return release;
    }

    private static List<UnitId> units(Scope scope) {
        return scope.parts().stream().map(PartScope::unit).toList();
    }

    protected void moved(ReleaseNumber release, ReleaseState... states) {
        Arrays.stream(states).forEach(state -> done(releases.move(release, state)));
    }

    protected static void done(Result result) {
        assertThat(result).isEqualTo(Result.done());
    }

    protected static void refused(Result result, String rule) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo(rule));
    }
}
