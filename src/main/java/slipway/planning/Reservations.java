package slipway.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Which release has (site, unit) for itself alone: from its authorisation until it is verified there and soaked. */
public interface Reservations {
    /** The release that holds it now. */
    Optional<ReleaseNumber> holder(SiteId site, UnitId unit);

    /** Everything that the release holds now. */
    Set<Reserved> held(ReleaseNumber release);

    /** A unit at a site that one release has for itself. */
    record Reserved(SiteId site, UnitId unit) {}

    /** What the release needs at that site is verified and soaked, or given up: others may have it. */
    void end(ReleaseNumber release, Set<SiteId> sites);

    /** The same from then on; until then the release keeps what it has at these sites. */
    void end(ReleaseNumber release, Set<SiteId> sites, Instant at);

    /** What other open releases want or hold of what this one needs, whatever their state; all of it. */
    List<Overlap> overlaps(ReleaseNumber release);

    /** Another release at the same unit and sites. */
    record Overlap(
            ReleaseNumber other, String title, String state, UnitId unit, List<SiteId> sites, boolean reserved) {}
}
