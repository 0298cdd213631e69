package slipway.release;

import java.util.List;
import java.util.Optional;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** What a unit can be made of: the tags of its repository, the deliveries of its vendor; implemented by build. */
public interface Offers {
    /** By name, newest first; empty when the sources cannot be read. */
    List<String> of(UnitId unit);

    /** What that name stands for exactly, now. */
    Pin pin(UnitId unit, String source);

    /** Why no site may get that version any more, whatever it would be made of; empty = nothing is against it. */
    Optional<Refusal> barred(UnitId unit, String version);

    /** Whether a source names something exact. */
    sealed interface Pin {}

    /** The commit, or the digest of the delivery; and the version that it will have. */
    record Pinned(String pin, String version) implements Pin {}

    /** It names nothing that can be made. */
    record Unpinnable(Refusal refusal) implements Pin {}
}
