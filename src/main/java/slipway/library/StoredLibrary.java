package slipway.library;

import static slipway.library.Library.State.ACCEPTED;
import static slipway.library.Library.State.BUILT;
import static slipway.library.Library.State.CHECKED_IN;
import static slipway.library.Library.State.LIVE;
import static slipway.library.Library.State.QUARANTINED;
import static slipway.library.Library.State.SCANNED;
import static slipway.library.Library.State.SUPERSEDED;
import static slipway.library.Library.State.TESTED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.library.port.SoftwareStore;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredLibrary implements Library {
    private static final Map<State, State> NEXT =
            Map.of(CHECKED_IN, TESTED, TESTED, ACCEPTED, ACCEPTED, LIVE, LIVE, SUPERSEDED);

    private final SoftwareStore store;
    private final Holdings holdings;

    StoredLibrary(SoftwareStore store, Holdings holdings) {
        this.store = store;
        this.holdings = holdings;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Digest store(Path file) throws IOException {
        return store.store(file);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void fetch(Digest digest, Path target) throws IOException {
        store.fetch(digest, target);
    }

    @Override
    public Result propose(
            UnitRevision revision, Manifest manifest, Map<String, Digest> companions, ReleaseNumber release) {
        if (!manifest.digest().equals(revision.digest())) {
            return Result.refused(
                    "digest-mismatch",
                    revision + " is not what its manifest says: "
                            + manifest.digest().brief());
        }
        Optional<Holding> present = holdings.lock(revision.unit(), revision.version());
        if (present.isEmpty()) {
            holdings.add(revision, manifest, companions, release);
            return Result.done();
        }
        return proposeAgain(present.get(), revision);
    }

    private static Result proposeAgain(Holding present, UnitRevision revision) {
        if (!present.revision().equals(revision)) {
            return Result.refused(
                    "version-taken",
                    "version " + revision.version() + " of " + revision.unit() + " is taken by "
                            + present.revision().digest().brief() + "; build "
                            + revision.digest().brief() + " from a tag with a new version");
        }
        if (present.state() == QUARANTINED || present.state() == SUPERSEDED) {
            return Result.refused(
                    "revision-barred",
                    revision + " is " + present.state() + " and never comes back; build from a tag with a new version");
        }
        return Result.done();
    }

    @Override
    public Result attestScan(UnitRevision revision, Actor officer, boolean clean, String scanner, String remark) {
        Optional<Holding> present = exactly(revision);
        if (present.isEmpty()) {
            return unknown(revision);
        }
        State state = present.get().state();
        if (state == QUARANTINED || state == SUPERSEDED) {
            return Result.refused("revision-barred", revision + " is " + state + " and needs no scan");
        }
        if (scanner.isBlank()) {
            return Result.refusedAt("scanner", "scanner-missing", "name the scanner and its signature version");
        }
        holdings.attest(revision, officer, clean, scanner, remark);
        if (!clean) {
            holdings.move(present.get(), QUARANTINED);
        } else if (state == BUILT) {
            holdings.move(present.get(), SCANNED);
        }
        return Result.done();
    }

    @Override
    public Result checkIn(UnitRevision revision) {
        Optional<Holding> present = exactly(revision);
        if (present.isEmpty()) {
            return unknown(revision);
        }
        Holding holding = present.get();
        if (holding.state() == BUILT || holding.state() == QUARANTINED || holding.state() == SUPERSEDED) {
            return Result.refused(
                    "not-scanned",
                    revision + " is " + holding.state() + "; only a scanned, clean revision is checked in");
        }
        Optional<String> flaw = flaw(holding);
        if (flaw.isPresent()) {
            return Result.refused("altered-content", flaw.get());
        }
        if (holding.state() == SCANNED) {
            holdings.move(holding, CHECKED_IN);
        }
        return Result.done();
    }

    private Optional<String> flaw(Holding holding) {
        Stream<Digest> files = holding.manifest().entries().stream().map(Manifest.Entry::digest);
        return Stream.concat(files, holding.companions().values().stream())
                .map(this::flaw)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> flaw(Digest digest) {
        try {
            return store.flaw(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("the library could not read " + digest, e);
        }
    }

    @Override
    public Result advance(UnitRevision revision, State to) {
        Optional<Holding> present = exactly(revision);
        if (present.isEmpty()) {
            return unknown(revision);
        }
        if (NEXT.get(present.get().state()) != to) {
            return Result.refused(
                    "revision-state", revision + " is " + present.get().state() + " and cannot become " + to);
        }
        holdings.move(present.get(), to);
        return Result.done();
    }

    private Optional<Holding> exactly(UnitRevision revision) {
        return holdings.lock(revision.unit(), revision.version())
                .filter(holding -> holding.revision().equals(revision));
    }

    private static Result unknown(UnitRevision revision) {
        return Result.refused("unknown-revision", "the library holds no " + revision);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Holding> find(UnitRevision revision) {
        return holdings.find(revision.unit(), revision.version())
                .filter(holding -> holding.revision().equals(revision));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Holding> of(UnitId unit) {
        return holdings.of(unit);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void materialise(Holding holding, Path folder) throws IOException {
        Files.createDirectory(folder);
        for (Manifest.Entry entry : holding.manifest().entries()) {
            Path target = folder.resolve(entry.path());
            openFolders(folder, target);
            store.fetch(entry.digest(), target);
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(entry.executable() ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    // Others than ourselves run what is installed, whatever our own umask says.
    private static void openFolders(Path root, Path file) throws IOException {
        Path folder = Files.createDirectories(file.resolve("..").normalize());
        while (folder != null && folder.startsWith(root)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            folder = folder.getParent();
        }
    }
}
