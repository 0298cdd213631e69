package slipway.build;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipway.release.ReleasePart;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * One order to build one commit, and how it went. {@code problem} says why it failed or why the library refused what it
 * made; version and manifest come with success.
 */
public record Build(
        String key,
        ReleaseNumber release,
        int attempt,
        UnitId unit,
        String repository,
        String tag,
        String commit,
        State state,
        String progress,
        @Nullable Integer exitCode,
        @Nullable Long millis,
        String problem,
        String logTail,
        @Nullable String version,
        @Nullable Manifest manifest,
        Instant orderedAt) {

    /** Where a build stands. */
    public enum State {
        /** To be built. */
        ORDERED,
        /** Being built, or interrupted and to be built from clean. */
        RUNNING,
        /** Made artefacts. */
        PASSED,
        /** Made nothing that can be used. */
        FAILED
    }

    public PartId part() {
        return new PartId(release, unit);
    }

    public boolean ended() {
        return state == State.PASSED || state == State.FAILED;
    }

    /** Whether it is still the order to make the part as it is planned: open, and of the very commit that the plan bound. */
    boolean serves(ReleasePart.Planned planned) {
        return !ended() && tag.equals(planned.source()) && commit.equals(planned.pin());
    }

    /** What it made; an error unless it passed. */
    public Manifest made() {
        if (manifest == null) {
            throw new IllegalStateException("build " + key + " is " + state + " and made nothing");
        }
        return manifest;
    }

    /** The revision that it made; an error unless it passed. */
    public UnitRevision revision() {
        if (version == null) {
            throw new IllegalStateException("build " + key + " is " + state + " and has no version");
        }
        return new UnitRevision(unit, version, made().digest());
    }
}
