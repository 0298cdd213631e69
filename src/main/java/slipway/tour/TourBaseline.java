package slipway.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import slipway.build.git.PackedFiles;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.shared.UnitRevision;
import slipway.site.Channels;
import slipway.site.port.Distribution;
import slipway.site.port.Inventory;

/** What ran at the bank before Slipway came: in the library, and at every site. */
@Component
class TourBaseline {
    private static final String NAME = "before-slipway";

    private final Library library;
    private final Channels channels;
    private final Cmdb cmdb;
    private final DataFolder data;
    private final Clock clock;

    TourBaseline(Library library, Channels channels, Cmdb cmdb, DataFolder data, Clock clock) {
        this.library = library;
        this.channels = channels;
        this.cmdb = cmdb;
        this.data = data;
        this.clock = clock;
    }

    /** Takes what ran before over into the library, step by step through its states. */
    Library.Holding takeOver(TourUnit unit) throws IOException {
        Manifest manifest = unit.files().manifest();
        UnitRevision revision = new UnitRevision(unit.unit().id(), unit.version(), manifest.digest());
        // Writing once does no harm twice, and what the database knows the store may still lack.
        store(unit.files());
        var papers = store(unit.papers());
        if (library.find(revision).isEmpty()) {
            must(library.propose(revision, manifest, papers, null));
        }
        Library.Holding holding = library.find(revision).orElseThrow();
        while (holding.state() != Library.State.ACCEPTED) {
            must(
                    switch (holding.state()) {
                        case BUILT ->
                            library.attestScan(
                                    revision, new Actor("sofia"), true, "by hand", "Taken over with the tour");
                        case SCANNED -> library.checkIn(revision);
                        case CHECKED_IN -> library.advance(revision, Library.State.TESTED);
                        default -> library.advance(revision, Library.State.ACCEPTED);
                    });
            holding = library.find(revision).orElseThrow();
        }
        return holding;
    }

    /** Installs it at a site, unless something runs there. */
    void installAt(Site site, Library.Holding holding) throws IOException {
        Files.createDirectories(site.folder());
        if (!(channels.look(site, holding.revision().unit()) instanceof Inventory.Seen)) {
            Distribution distribution = channels.distribution(site);
            must(distribution.distribute(site, holding.revision().unit(), NAME, holding.manifest(), library::fetch));
            must(distribution.activate(site, holding.revision().unit(), NAME));
        }
    }

    void recordAt(Site site, Library.Holding holding) {
        cmdb.authorise(site.id(), holding.revision(), null);
        cmdb.observed(
                site.id(), holding.revision().unit(), new Content.Known(holding.revision()), true, clock.instant());
    }

    private Map<String, Digest> store(PackedFiles files) throws IOException {
        Path folder = data.sub("library").resolve("takeover");
        FileSystemUtils.deleteRecursively(folder);
        files.writeTo(folder);
        Map<String, Digest> stored = new TreeMap<>();
        for (String path : files.contents().keySet()) {
            stored.put(path, library.store(folder.resolve(path)));
        }
        FileSystemUtils.deleteRecursively(folder);
        return stored;
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
