package slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.build.git.GitRepositories.Commit;
import slipway.build.git.PackedFiles;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Actor;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Brings a unit of its own up to a planned release, through the facades. */
public final class PlannedReleases {
    private final ApplicationContext context;

    public PlannedReleases(ApplicationContext context) {
        this.context = context;
    }

    /** A planned release of a new unit, whose repository has the tour's baseline, live, and these commits. */
    public ReleaseNumber planned(String unit, String tag, Commit... commits) throws IOException {
        UnitId id = new UnitId(unit);
        Path repository = TestDatabase.get().folder().resolve("repositories").resolve(unit + ".git");
        Files.createDirectories(repository.resolve("..").normalize());
        TourSources.create(repository, commits);
        context.getBean(Cmdb.class).registerUnit(new Unit(id, unit, repository.toString()));
        return new TransactionTemplate(
                        context.getBean(org.springframework.transaction.PlatformTransactionManager.class))
                .execute(status -> plan(id, tag, live(id)));
    }

    private UnitRevision live(UnitId unit) {
        Library library = context.getBean(Library.class);
        try {
            PackedFiles files = PackedFiles.onClasspath("tour/iban-check/baseline-1.0.0");
            Path folder = Files.createTempDirectory("slipway-baseline").resolve("files");
            files.writeTo(folder);
            Manifest manifest = files.manifest();
            for (Manifest.Entry entry : manifest.entries()) {
                library.store(folder.resolve(entry.path()));
            }
            UnitRevision revision = new UnitRevision(unit, "1.0.0", manifest.digest());
            done(library.propose(revision, manifest, Map.of(), new ReleaseNumber("REL-2020-0001")));
            done(library.attestScan(revision, new Actor("sofia"), true, "clamd", ""));
            done(library.checkIn(revision));
            for (Library.State next : List.of(Library.State.TESTED, Library.State.ACCEPTED, Library.State.LIVE)) {
                done(library.advance(revision, next));
            }
            return revision;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ReleaseNumber plan(UnitId unit, String tag, UnitRevision target) {
        Releases releases = context.getBean(Releases.class);
        Plans plans = context.getBean(Plans.class);
        Clock clock = context.getBean(Clock.class);
        ReleaseNumber release = releases.draft(new Actor("rita"), "Test " + unit, "Purpose");
        done(releases.submit(release, new Scope(unit, tag, Set.of(new RfcNumber("RFC-1001"))), ReleaseType.MINOR));
        done(plans.draft(new Plan(
                release,
                List.of("Nobody waits"),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7)),
                target,
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.LAST_WAVE,
                new Actor("rita"))));
        done(plans.decideBaseline(release, new Actor("carl"), true, "fine"));
        done(plans.publish(release));
        return release;
    }

    private static void done(Result result) {
        assertThat(result).isEqualTo(Result.done());
    }
}
