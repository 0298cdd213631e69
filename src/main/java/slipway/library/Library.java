package slipway.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The Definitive Software Library: the only source of what is distributed. */
public interface Library {

    /** States of a software unit revision. */
    enum State {
        BUILT,
        SCANNED,
        CHECKED_IN,
        TESTED,
        ACCEPTED,
        LIVE,
        SUPERSEDED,
        QUARANTINED
    }

    /** A revision in the library; companions are the sources, the build log and the documents by name. */
    record Holding(
            UnitRevision revision,
            State state,
            Manifest manifest,
            Map<String, Digest> companions,
            ReleaseNumber release) {}

    /** Copies a file into the store, write-once, and says its digest; the same content again is no error. */
    Digest store(Path file) throws IOException;

    /** Copies a stored file to a new path, its digest verified while reading; {@link AlteredContent} when it differs. */
    void fetch(Digest digest, Path target) throws IOException;

    /** Registers what a build made, as {@code BUILT}. The same version with another digest is refused: {@code version-taken}. */
    Result propose(UnitRevision revision, Manifest manifest, Map<String, Digest> companions, ReleaseNumber release);

    /** The security officer's word on exactly this revision: {@code SCANNED}, or {@code QUARANTINED} when not clean. */
    Result attestScan(UnitRevision revision, Actor officer, boolean clean, String scanner, String remark);

    /** {@code SCANNED → CHECKED_IN} after every file of the manifest was read back from the store and found unaltered. */
    Result checkIn(UnitRevision revision);

    /** {@code CHECKED_IN → TESTED → ACCEPTED → LIVE → SUPERSEDED}; any other move is refused. */
    Result advance(UnitRevision revision, State to);

    Optional<Holding> find(UnitRevision revision);

    /** Every holding of a unit, oldest first. */
    List<Holding> of(UnitId unit);

    /** Copies every file of a holding below a new folder, verified. */
    void materialise(Holding holding, Path folder) throws IOException;

    /** The store holds other bytes than the digest says. */
    final class AlteredContent extends IOException {
        private static final long serialVersionUID = 1L;

        public AlteredContent(Digest expected, Digest found) {
            super("the library's file " + expected + " holds other content: " + found);
        }
    }
}
