package slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Changes;
import slipway.change.Rfc;
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
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** How a release of a unit gets where a test of facades begins; requested by mara, planned by rita. */
@Insides
public abstract class InsideStory {
    protected static final Actor RITA = new Actor("rita");
    protected static final Actor MARA = new Actor("mara");
    protected static final Actor CARL = new Actor("carl");
    protected static final Actor OLGA = new Actor("olga");
    protected static final Actor ZOE = new Actor("zoe");
    protected static final Actor NILS = new Actor("nils");
    protected static final UnitId UNIT = new UnitId("inside-story");
    protected static final RfcNumber RFC = new RfcNumber("RFC-80001");
    private static final Instant START =
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

    protected ReleaseNumber submitted() {
        changes.register(new Rfc(RFC, "Faster", UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, "One second."));
        ReleaseNumber release = releases.draft(MARA, "Check faster ${link}", "Customers wait");
        done(releases.submit(release, new Scope(UNIT, "v1.1.0", Set.of(RFC)), ReleaseType.MINOR));
        return release;
    }

    protected Plan plan(ReleaseNumber release, UnitRevision backout) {
        return new Plan(
                release,
                List.of("Checks take a second", "Nobody calls the service desk"),
                START,
                START.plus(2, ChronoUnit.HOURS),
                backout,
                Duration.ofMinutes(10),
                Plan.PointOfNoReturn.NONE,
                RITA);
    }

    /** A release whose baseline is approved and whose revision is checked in. */
    protected ReleaseNumber inTest() {
        ReleaseNumber release = submitted();
        done(plans.draft(plan(release, held("1.0.0", Library.State.LIVE))));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        done(releases.move(release, ReleaseState.IN_BUILD));
        done(releases.bindRevision(release, held("1.1.0", Library.State.CHECKED_IN)));
        done(releases.move(release, ReleaseState.IN_TEST));
        return release;
    }

    protected void moved(ReleaseNumber release, ReleaseState... states) {
        Arrays.stream(states).forEach(state -> done(releases.move(release, state)));
    }

    /** A revision of the unit in the library. */
    protected UnitRevision held(String version, Library.State state) {
        try {
            Path file = Files.writeString(Files.createTempFile("inside-story", ".txt"), "version " + version);
            Manifest manifest =
                    new Manifest(List.of(new Manifest.Entry("check", library.store(file), Files.size(file), true)));
            UnitRevision revision = new UnitRevision(UNIT, version, manifest.digest());
            Files.delete(file);
            Digest sources = manifest.entries().getFirst().digest();
            done(library.propose(revision, manifest, Map.of("sources", sources), ReleaseNumber.of(2020, 1)));
            done(library.attestScan(revision, new Actor("sofia"), true, "clamd 1.4", ""));
            done(library.checkIn(revision));
            List.of(Library.State.TESTED, Library.State.ACCEPTED, Library.State.LIVE).stream()
                    .filter(next -> next.compareTo(state) <= 0)
                    .forEach(next -> done(library.advance(revision, next)));
            return revision;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected void threeSites() {
        cmdb.registerUnit(new Unit(UNIT, "Inside story", "repositories/inside-story.git"));
        site("zurich", "Europe/Zurich", ZOE);
        site("new-york", "America/New_York", NILS);
        site("singapore-dr", "Asia/Singapore", ZOE);
    }

    private void site(String id, String zone, Actor coordinator) {
        cmdb.registerSite(
                new Site(new SiteId(id), id, ZoneId.of(zone), coordinator, true, false, Path.of("/nowhere/" + id)));
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
