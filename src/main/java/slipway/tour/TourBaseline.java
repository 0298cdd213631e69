package slipway.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import slipway.build.git.PackedFiles;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.rollout.port.Distribution;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** What ran at the bank before Slipway came: version 1.0.0, in the library and at every site. */
@Component
class TourBaseline {
    private static final ReleaseNumber TAKEOVER = new ReleaseNumber("REL-2026-0000");
    private static final String VERSION = "1.0.0";

    private final TourSources sources;
    private final Library library;
    private final Distribution distribution;
    private final Cmdb cmdb;
    private final DataFolder data;
    private final Clock clock;

    TourBaseline(
            TourSources sources, Library library, Distribution distribution, Cmdb cmdb, DataFolder data, Clock clock) {
        this.sources = sources;
        this.library = library;
        this.distribution = distribution;
        this.cmdb = cmdb;
        this.data = data;
        this.clock = clock;
    }

    Unit publishSources() throws IOException {
        Path repository = data.sub("repositories").resolve(TourOrganisation.IBAN_CHECK + ".git");
        sources.publish(repository);
        return new Unit(
                TourOrganisation.IBAN_CHECK, "IBAN check", repository.toUri().toString());
    }

    /** Takes what ran before over into the library, step by step through its states. */
    Library.Holding takeOver() throws IOException {
        Manifest manifest = store();
        UnitRevision revision = new UnitRevision(TourOrganisation.IBAN_CHECK, VERSION, manifest.digest());
        if (library.find(revision).isEmpty()) {
            must(library.propose(revision, manifest, Map.of(), TAKEOVER));
        }
        Library.Holding holding = library.find(revision).orElseThrow();
        while (holding.state() != Library.State.LIVE && holding.state() != Library.State.SUPERSEDED) {
            must(
                    switch (holding.state()) {
                        case BUILT ->
                            library.attestScan(
                                    revision, new Actor("sofia"), true, "by hand", "Taken over with the tour");
                        case SCANNED -> library.checkIn(revision);
                        case CHECKED_IN -> library.advance(revision, Library.State.TESTED);
                        case TESTED -> library.advance(revision, Library.State.ACCEPTED);
                        default -> library.advance(revision, Library.State.LIVE);
                    });
            holding = library.find(revision).orElseThrow();
        }
        return holding;
    }

    /** Installs it at a site as its first release, unless something runs there. */
    void installAt(Site site, Library.Holding holding) throws IOException {
        Files.createDirectories(site.folder());
        if (distribution.readBack(site, holding.revision().unit()) instanceof Distribution.Absent) {
            must(distribution.distribute(
                    site, holding.revision().unit(), TAKEOVER.value(), holding.manifest(), library::fetch));
            must(distribution.activate(site, holding.revision().unit(), TAKEOVER.value()));
        }
    }

    void recordAt(Site site, Library.Holding holding) {
        cmdb.authorise(site.id(), holding.revision(), TAKEOVER);
        cmdb.observed(site.id(), holding.revision().unit(), holding.revision(), true, clock.instant());
    }

    private Manifest store() throws IOException {
        PackedFiles baseline = sources.baseline();
        Path folder = data.sub("library").resolve("takeover");
        FileSystemUtils.deleteRecursively(folder);
        baseline.writeTo(folder);
        for (Manifest.Entry entry : baseline.manifest().entries()) {
            library.store(folder.resolve(entry.path()));
        }
        FileSystemUtils.deleteRecursively(folder);
        return baseline.manifest();
    }

    private static void must(Result result) {
        if (result instanceof Result.Refused refused) {
            throw new IllegalStateException("the tour's baseline was refused: " + refused.refusal());
        }
    }

    private static void must(Distribution.Outcome outcome) {
        if (outcome instanceof Distribution.Failed failed) {
            throw new IllegalStateException("the tour's baseline cannot be installed: " + failed.reason());
        }
    }
}
