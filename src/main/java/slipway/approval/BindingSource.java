package slipway.approval;

import java.util.Map;
import java.util.Set;
import slipway.shared.ReleaseNumber;

/** Says what is true now of the aspects that a capability answers for; what is not yet known is left out. */
public interface BindingSource {
    /** Fingerprints by aspect and part; no two sources answer for the same one. */
    Map<Bound, String> bindings(ReleaseNumber release);

    /**
     * Of its aspects those that are left of an earlier pass and are said anew before the release goes on: what a group
     * decides meanwhile does not bind to them.
     */
    default Set<Aspect> leftOver(ReleaseNumber release) {
        return Set.of();
    }

    /** What it may be asked about; a source is left in peace when a gate covers none of it. */
    default Set<Aspect> answersFor() {
        return Set.of(Aspect.values());
    }
}
