package slipway.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The Definitive Software Library: the only source of what is distributed. What is live somewhere the CMDB says. */
public interface Library {

    /** States of a software unit revision in the library. */
    enum State {
        /** Built or delivered, and proposed. */
        BUILT,
        /** Somebody answered for its scan. */
        SCANNED,
        /** Every file was read back from the store. */
        CHECKED_IN,
        /** Passed its tests, by digest. */
        TESTED,
        /** Accepted by the business, by digest; from here on it may be installed. */
        ACCEPTED,
        /** Never installed again. */
        QUARANTINED;

        /** For people: {@code CHECKED_IN} is "checked in". */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A revision in the library; companions are sources, build log, documents and signatures by name. {@code recalled}
     * bars every further installation, also as target of a back-out. Files that are recalled or in quarantine are so under
     * every version. {@code release} is the latest that delivers it; null = from before Slipway.
     */
    record Holding(
            UnitRevision revision,
            State state,
            boolean recalled,
            Manifest manifest,
            Map<String, Digest> companions,
            @Nullable ReleaseNumber release) {
        /** Whether sites may be switched to it, forward or back. */
        public boolean mayBeInstalled() {
            return state == State.ACCEPTED && !recalled;
        }

        /** Why no site may be switched to it, in words; null = the library does not hold it, empty = it may. */
        public static Optional<String> barred(@Nullable Holding holding) {
            if (holding == null) {
                return Optional.of("the library does not hold it");
            }
            if (holding.recalled()) {
                return Optional.of("it is recalled");
            }
            return holding.mayBeInstalled()
                    ? Optional.empty()
                    : Optional.of("in the library it is " + holding.state().words());
        }
    }

    /** Copies a file, which is no link, into the store, write-once, and says its digest; the same content again is no error. */
    Digest store(Path file) throws IOException;

    /** The same of content that the caller holds open; it is kept only when it has the expected digest. */
    Digest store(InputStream content, Digest expected) throws IOException;

    /** Copies a stored file to a new path, its digest verified while reading; {@link AlteredContent} when it differs. */
    void fetch(Digest digest, Path target) throws IOException;

    /**
     * Registers what was built or delivered, as {@code BUILT}; what is there already belongs to the latest release that
     * delivers it, which its events follow. The same version with another digest is refused: {@code version-taken}; what
     * is in quarantine or recalled, under whichever version: {@code revision-barred}.
     */
    Result propose(
            UnitRevision revision, Manifest manifest, Map<String, Digest> companions, @Nullable ReleaseNumber release);

    /** The security officer's word on exactly this revision: {@code SCANNED}, or {@code QUARANTINED} when not clean. */
    Result attestScan(UnitRevision revision, Actor officer, boolean clean, String scanner, String remark);

    /** {@code SCANNED → CHECKED_IN} after every file of the manifest was read back from the store and found unaltered. */
    Result checkIn(UnitRevision revision);

    /** {@code CHECKED_IN → TESTED → ACCEPTED}; any other move is refused. */
    Result advance(UnitRevision revision, State to);

    /** Bars every further installation of a revision, with a reason; said twice, done once. */
    Result recall(UnitRevision revision, Actor officer, String reason);

    /** Why that version of a unit comes to no site any more: it is in quarantine or recalled; empty = neither. */
    Optional<Refusal> barred(UnitId unit, String version);

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
