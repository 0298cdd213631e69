package slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.planning.Plans;
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

/**
 * How a release of one unit for three sites gets where a test of facades begins; requested by mara, planned by rita. The
 * unit, the sites, an RFC and a policy are there before each test.
 */
@Insides
public abstract class InsideStory {
    protected static final Actor RITA = new Actor("rita");
    protected static final Actor MARA = new Actor("mara");
    protected static final Actor CARL = new Actor("carl");
    protected static final Actor OLGA = new Actor("olga");
    protected static final Actor TOM = new Actor("tom");
    protected static final Actor SOFIA = new Actor("sofia");
    protected static final Actor ZOE = new Actor("zoe");
    protected static final Actor NILS = new Actor("nils");
    protected static final UnitId UNIT = new UnitId("inside-story");
    protected static final RfcNumber RFC = new RfcNumber("RFC-80001");
    protected static final SiteId ZURICH = new SiteId("zurich");
    protected static final SiteId NEW_YORK = new SiteId("new-york");
    protected static final SiteId SINGAPORE = new SiteId("singapore-dr");
    protected static final Instant START =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);

    @Autowired
    protected Releases releases;

    @Autowired
    protected Plans plans;

    @Autowired
    protected Library library;

    @Autowired
    protected Cmdb cmdb;

    @Autowired
    protected Changes changes;

    @Autowired
    protected Policies policies;

    @Autowired
    protected EventLog log;

    @Autowired
    protected PlayedOffers offers;

    @Autowired
    protected PlayedTargets targets;

    @Autowired
    protected PlayedHistory history;

    @Autowired
    private List<EventReader> readers;

    /** The policy that releases of this test are bound to. */
    protected int policy;

    private long read;

    @BeforeEach
    void a_bank_of_three_sites() {
        offers.reset();
        targets.reset();
        history.reset();
        cmdb.registerUnit(
                new Unit.Software(UNIT, "Inside story", new Unit.Repository("repositories/inside-story.git")));
        site(ZURICH, "Europe/Zurich", ZOE);
        site(NEW_YORK, "America/New_York", NILS);
        site(SINGAPORE, "Asia/Singapore", ZOE);
        changes.register(
                new Rfc(RFC, "Faster", UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("Takes one second.")));
        Policy.Window always = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        policy = policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ofMinutes(3), 100, List.of(always), List.of()),
                new Actor("ivan"));
    }

    private void site(SiteId id, String zone, Actor coordinator) {
        cmdb.registerSite(new Site(
                id,
                id.value(),
                ZoneId.of(zone),
                coordinator,
                true,
                id.equals(SINGAPORE),
                Channel.DIRECTORY,
                "/nowhere/" + id));
    }

    protected static Scope scope() {
        return new Scope(List.of(new PartScope(UNIT, "v1.1.0")), Set.of(RFC), Set.of(ZURICH, NEW_YORK, SINGAPORE));
    }

    protected ReleaseNumber submitted() {
        ReleaseNumber release = releases.draft(MARA, "Check faster ${link}", "Customers wait");
        done(releases.submit(release, scope(), ReleaseType.MINOR, policy));
        return release;
    }

    /** The one part of a release of this story. */
    protected static PartId part(ReleaseNumber release) {
        return new PartId(release, UNIT);
    }

    protected static Plans.Draft plan(ReleaseNumber release) {
        return new Plans.Draft(
                release,
                List.of(
                        Goals.critical("Checks take a second").getFirst(),
                        Goals.other("Nobody calls the service desk")),
                START,
                START.plus(2, ChronoUnit.HOURS),
                Duration.ofMinutes(10),
                Plan.PointOfNoReturn.NONE,
                RITA);
    }

    /** A release whose baseline is approved, with 1.0.0 verified at every site. */
    protected ReleaseNumber planned() {
        ReleaseNumber release = submitted();
        runs(held("1.0.0", Library.State.ACCEPTED), ZURICH, NEW_YORK, SINGAPORE);
        done(plans.draft(plan(release)));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        return release;
    }

    /** A release whose baseline is approved and whose revision, 1.1.0, is checked in. */
    protected ReleaseNumber inTest() {
        ReleaseNumber release = planned();
        moved(release, ReleaseState.IN_BUILD);
        done(releases.ready(part(release), held("1.1.0", Library.State.CHECKED_IN)));
        moved(release, ReleaseState.IN_TEST);
        return release;
    }

    /** A release whose revision was tested and accepted, and where it goes from there. */
    protected ReleaseNumber accepted(ReleaseState... further) {
        ReleaseNumber release = inTest();
        UnitRevision revision = releases.submitted(release).revision(UNIT);
        done(library.advance(revision, Library.State.TESTED));
        done(library.advance(revision, Library.State.ACCEPTED));
        done(releases.accepted(part(release)));
        moved(release, ReleaseState.ACCEPTED);
        moved(release, further);
        return release;
    }

    protected void moved(ReleaseNumber release, ReleaseState... states) {
        Arrays.stream(states).forEach(state -> done(releases.move(release, state)));
    }

    /** A revision of the unit in the library, from before Slipway, at {@code CHECKED_IN} or further. */
    protected UnitRevision held(String version, Library.State state) {
        try {
            Path file = Files.writeString(Files.createTempFile("inside-story", ".txt"), "version " + version);
            Manifest manifest =
                    new Manifest(List.of(new Manifest.Entry("check", library.store(file), Files.size(file), true)));
            UnitRevision revision = new UnitRevision(UNIT, version, manifest.digest());
            Files.delete(file);
            Digest sources = manifest.entries().getFirst().digest();
            done(library.propose(revision, manifest, Map.of("sources", sources), null));
            done(library.attestScan(revision, SOFIA, true, "clamd 1.4", ""));
            done(library.checkIn(revision));
            Stream.of(Library.State.TESTED, Library.State.ACCEPTED)
                    .filter(next -> next.compareTo(state) <= 0)
                    .forEach(next -> done(library.advance(revision, next)));
            return revision;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sites run that revision: authorised, and verified there. */
    protected void runs(UnitRevision revision, SiteId... sites) {
        for (SiteId site : sites) {
            cmdb.authorise(site, revision, null);
            cmdb.observed(site, revision.unit(), new Content.Known(revision), true, START);
        }
    }

    /** Lets every reader of the log read what happened to the release since the last call, as if it were committed. */
    protected void readersReadOf(ReleaseNumber release) {
        for (EventLog.Entry entry : log.of(release)) {
            if (entry.seq() > read) {
                readers.forEach(reader -> reader.read(entry));
                read = entry.seq();
            }
        }
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

    protected static void refusedAt(Result result, String field) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().field()).isEqualTo(field));
    }
}
