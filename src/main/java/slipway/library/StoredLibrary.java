package slipway.library;

import static slipway.library.Library.State.CHECKED_IN;
import static slipway.library.Library.State.QUARANTINED;
import static slipway.library.Library.State.SCANNED;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.library.LibraryEvent.HoldingMoved;
import slipway.library.LibraryEvent.HoldingProposed;
import slipway.library.LibraryEvent.HoldingQuarantined;
import slipway.library.LibraryEvent.RevisionRecalled;
import slipway.library.LibraryEvent.ScanAttested;
import slipway.library.port.SoftwareStore;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredLibrary implements Library {
    private final SoftwareStore store;
    private final Holdings holdings;
    private final HoldingLog log;

    StoredLibrary(SoftwareStore store, Holdings holdings, HoldingLog log) {
        this.store = store;
        this.holdings = holdings;
        this.log = log;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Digest store(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return store.store(content);
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Digest store(InputStream content, Digest expected) throws IOException {
        return store.store(content, expected);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void fetch(Digest digest, Path target) throws IOException {
        store.fetch(digest, target);
    }

    @Override
    public Result propose(
            UnitRevision revision, Manifest manifest, Map<String, Digest> companions, @Nullable ReleaseNumber release) {
        Optional<Refusal> misnamed = HoldingRules.misnamed(revision, manifest);
        if (misnamed.isPresent()) {
            return refused(misnamed);
        }
        Optional<Holding> present = holdings.lock(revision.unit(), revision.version());
        Optional<Refusal> refusal = present.flatMap(holding -> HoldingRules.proposedAgain(holding, revision))
                .or(() -> HoldingRules.barredElsewhere(holdings.of(revision.unit()), revision));
        if (refusal.isPresent()) {
            return refused(refusal);
        }
        if (present.isEmpty()) {
            holdings.add(revision, manifest, companions, release);
        } else if (release != null && HoldingRules.delivers(present.get(), release)) {
            holdings.delivers(release, revision);
        } else {
            return Result.done();
        }
        log.append(
                release, null, new HoldingProposed(revision, manifest.entries().size()));
        return Result.done();
    }

    @Override
    public Result attestScan(UnitRevision revision, Actor officer, boolean clean, String scanner, String remark) {
        Optional<Holding> present = exactly(revision);
        Optional<Refusal> refusal =
                present.map(holding -> HoldingRules.scanned(holding, scanner)).orElseGet(() -> unknown(revision));
        if (refusal.isPresent() || present.isEmpty()) {
            return refused(refusal);
        }
        holdings.attest(revision, officer, clean, scanner, remark);
        log.append(present.get().release(), officer, new ScanAttested(revision, clean, scanner, remark));
        HoldingRules.afterScan(present.get(), clean).ifPresent(to -> scanned(present.get(), to, officer, remark));
        return Result.done();
    }

    private void scanned(Holding holding, State to, Actor officer, String remark) {
        if (to == QUARANTINED) {
            holdings.move(holding, to);
            log.append(holding.release(), officer, new HoldingQuarantined(holding.revision(), holding.state(), remark));
        } else {
            move(holding, to);
        }
    }

    @Override
    public Result checkIn(UnitRevision revision) {
        Optional<Holding> present = exactly(revision);
        Optional<Refusal> refusal = present.map(HoldingRules::checkedIn).orElseGet(() -> unknown(revision));
        if (refusal.isPresent() || present.isEmpty()) {
            return refused(refusal);
        }
        Optional<String> flaw = flaw(present.get());
        if (flaw.isPresent()) {
            return Result.refused("altered-content", flaw.get());
        }
        if (present.get().state() == SCANNED) {
            move(present.get(), CHECKED_IN);
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
        Optional<Refusal> refusal =
                present.map(holding -> HoldingRules.advanced(holding, to)).orElseGet(() -> unknown(revision));
        if (refusal.isPresent() || present.isEmpty()) {
            return refused(refusal);
        }
        move(present.get(), to);
        return Result.done();
    }

    @Override
    public Result recall(UnitRevision revision, Actor officer, String reason) {
        Optional<Holding> present = exactly(revision);
        Optional<Refusal> refusal =
                present.map(holding -> HoldingRules.recalled(reason)).orElseGet(() -> unknown(revision));
        if (refusal.isPresent() || present.isEmpty()) {
            return refused(refusal);
        }
        if (holdings.recall(revision)) {
            log.append(present.get().release(), officer, new RevisionRecalled(revision, reason));
        }
        return Result.done();
    }

    private void move(Holding holding, State to) {
        holdings.move(holding, to);
        log.append(holding.release(), null, new HoldingMoved(holding.revision(), holding.state(), to));
    }

    private Optional<Holding> exactly(UnitRevision revision) {
        return holdings.lock(revision.unit(), revision.version())
                .filter(holding -> holding.revision().equals(revision));
    }

    private static Optional<Refusal> unknown(UnitRevision revision) {
        return Optional.of(Refusal.of("unknown-revision", "the library holds no " + revision));
    }

    private static Result refused(Optional<Refusal> refusal) {
        return new Result.Refused(refusal.orElseThrow());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> barred(UnitId unit, String version) {
        return of(unit).stream()
                .filter(holding -> holding.revision().version().equals(version))
                .flatMap(holding -> HoldingRules.replaced(holding).stream())
                .findFirst();
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
