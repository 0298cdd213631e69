package slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/**
 * The plan of a release. {@code start} and {@code end} bound the approved window, half-open; the back-out target is the
 * verified revision that sites return to.
 */
public record Plan(
        ReleaseNumber release,
        List<String> objectives,
        Instant start,
        Instant end,
        UnitRevision backoutTarget,
        Duration backoutLimit,
        PointOfNoReturn pointOfNoReturn,
        Actor author) {

    /** Until when the release manager alone may order the back-out. */
    public enum PointOfNoReturn {
        /** After the first wave is activated. */
        FIRST_WAVE,
        /** After the last wave is activated. */
        LAST_WAVE,
        /** Never: every site can return at any time. */
        NONE
    }

    public Plan {
        objectives = List.copyOf(objectives);
    }

    /** What approvals of the window bind to. */
    public String windowFingerprint() {
        return start + "/" + end;
    }

    /** What approvals of the back-out plan bind to. */
    public String backoutFingerprint() {
        return Digest.of(backoutTarget.unit() + "\n" + backoutTarget.digest() + "\n" + backoutLimit + "\n"
                        + pointOfNoReturn)
                .hex();
    }
}
