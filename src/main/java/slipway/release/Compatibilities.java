package slipway.release;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Whether versions of units that are delivered together fit what sites run besides. */
public interface Compatibilities {
    /**
     * {@code requires-unmet} or {@code conflicts-with}, naming units and sites; delivered versions by unit. Asked of what
     * is verified at the sites, and of what is authorised there and may be on its way.
     */
    Optional<Refusal> unmet(Map<UnitId, String> delivered, Set<SiteId> sites);

    /** The units whose versions at a site matter to these: required by them, or in conflict with them. */
    Set<UnitId> neighbours(Set<UnitId> delivered);

    /** Whether a version is that one or a later one; what cannot be ordered reaches itself alone. */
    static boolean reaches(String version, String atLeast) {
        return Compatibility.reaches(version, atLeast);
    }
}
