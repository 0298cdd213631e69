package slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import slipway.build.git.GitRepositories.Commit;
import slipway.build.git.PackedFiles;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.policy.Policies;
import slipway.release.PartScope;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Brings a unit of its own, with an RFC of its own, up to a planned release for Zurich, through the facades. */
public final class PlannedReleases {
    private static final AtomicInteger RFCS = new AtomicInteger(600_000);
    private static final SiteId SITE = new SiteId("zurich");
    private static final Actor RITA = new Actor("rita");

    private final ApplicationContext context;

    public PlannedReleases(ApplicationContext context) {
        this.context = context;
    }

    /** The part of a planned release of a new unit, whose repository has the tour's baseline, live, and these commits. */
    public PartId planned(String unit, String tag, Commit... commits) throws IOException {
        Path repository = TestDatabase.get().folder().resolve("repositories").resolve(unit + ".git");
        Files.createDirectories(repository.resolve("..").normalize());
        TourSources.create(repository, commits);
        UnitId id = new UnitId(unit);
        TransactionTemplate transaction = new TransactionTemplate(the(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            the(Cmdb.class).registerUnit(new Unit.Software(id, unit, new Unit.Repository(repository.toString())));
            live(id);
            return plan(id, tag);
        }));
    }

    private <T> T the(Class<T> facade) {
        return context.getBean(facade);
    }

    private void live(UnitId unit) {
        Library library = the(Library.class);
        try {
            PackedFiles files = PackedFiles.onClasspath("tour/iban-check/baseline-1.0.0");
            Path folder = Files.createTempDirectory("slipway-baseline");
            files.writeTo(folder.resolve("files"));
            Manifest manifest = files.manifest();
            for (Manifest.Entry entry : manifest.entries()) {
                library.store(folder.resolve("files").resolve(entry.path()));
            }
            FileSystemUtils.deleteRecursively(folder);
            UnitRevision revision = new UnitRevision(unit, "1.0.0", manifest.digest());
            done(library.propose(revision, manifest, Map.of(), null));
            done(library.attestScan(revision, new Actor("sofia"), true, "clamd", ""));
            done(library.checkIn(revision));
            done(library.advance(revision, Library.State.TESTED));
            done(library.advance(revision, Library.State.ACCEPTED));
            the(Cmdb.class).authorise(SITE, revision, null);
            the(Cmdb.class)
                    .observed(
                            SITE,
                            unit,
                            new Content.Known(revision),
                            true,
                            the(Clock.class).instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the table would have when the release was submitted in its process. */
    private void demandsItsBaseline(ReleaseNumber release) {
        the(JdbcClient.class).sql("""
                        insert into slipway.decision_taken (at, release, process_instance, element, decision_key,
                                                            definition_id, definition_version, inputs, matched_rules,
                                                            results)
                        values (now(), ?, '', '', 'required-approvals', '', 1, '{}', '[]',
                                '[{"gate": "PLAN_BASELINE", "groupId": "change-manager", "before": "PLANNED"}]')
                        """).param(release.value()).update();
    }

    private PartId plan(UnitId unit, String tag) {
        RfcNumber rfc = new RfcNumber("RFC-" + RFCS.incrementAndGet());
        the(Changes.class)
                .register(new Rfc(
                        rfc, "Change " + unit, unit, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("Done.")));
        ReleaseNumber release = the(Releases.class).draft(RITA, "Test " + unit, "Purpose");
        Scope scope = new Scope(List.of(new PartScope(unit, tag)), Set.of(rfc), Set.of(SITE));
        int policy = the(Policies.class).inForce().version();
        done(the(Releases.class).submit(release, scope, ReleaseType.MINOR, policy));
        demandsItsBaseline(release);
        Clock clock = the(Clock.class);
        Plans plans = the(Plans.class);
        done(plans.draft(new Plans.Draft(
                release,
                Goals.critical("Nobody waits"),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7)),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.LAST_WAVE,
                RITA)));
        done(plans.decideBaseline(release, new Actor("carl"), true, "fine"));
        done(plans.publish(release));
        return new PartId(release, unit);
    }

    private static void done(Result result) {
        assertThat(result).isEqualTo(Result.done());
    }
}
