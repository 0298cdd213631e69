package slipway.release;

import java.util.Optional;
import slipway.shared.PartId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * One unit within one release, as it stands; {@code place} is its position in the order in which a site gets the parts.
 * {@code source} is the tag or delivery it comes from, {@code pin} what exactly that named when it was planned (the
 * commit, the digest of the delivery), empty before.
 */
public sealed interface ReleasePart {
    PartId id();

    int place();

    String source();

    String pin();

    default UnitId unit() {
        return id().unit();
    }

    /** The revision, once it is made ready. */
    default Optional<UnitRevision> revision() {
        return switch (this) {
            case Planned planned -> Optional.empty();
            case Rework rework -> Optional.empty();
            case Ready ready -> Optional.of(ready.made());
            case Accepted accepted -> Optional.of(accepted.made());
        };
    }

    /** To be built or taken over. */
    record Planned(PartId id, int place, String source, String pin) implements ReleasePart {}

    /** Sent back, for that reason; somebody repairs it. */
    record Rework(PartId id, int place, String source, String pin, String reason) implements ReleasePart {}

    /** In the library, scanned and checked in. */
    record Ready(PartId id, int place, String source, String pin, UnitRevision made) implements ReleasePart {}

    /** Tested and accepted, by digest. */
    record Accepted(PartId id, int place, String source, String pin, UnitRevision made) implements ReleasePart {}
}
