package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Where each site of a release stands; for whoever reads, never for deciding without the facades. */
public interface SiteTargets {
    /** The parts of a release at its sites, by wave, site and place. */
    List<Target> of(ReleaseNumber release);

    /** The same, as many at most, from the first or behind one of them; an error when that is none of the release. */
    List<Target> page(ReleaseNumber release, Optional<PlaceOfUnit> after, int most);

    /** The sites of a release, by wave and id. */
    List<SiteStand> sites(ReleaseNumber release);

    /** The sites that are arranged in some wave. */
    Set<SiteId> arranged(ReleaseNumber release);

    /** The thresholds that the rollout was scheduled with; none = it is not. */
    Optional<Thresholds> thresholds(ReleaseNumber release);

    /** When the rollout was scheduled last; empty before. */
    Optional<Instant> scheduledAt(ReleaseNumber release);

    /** When the release stood and went on again, oldest first. */
    List<Stood> stood(ReleaseNumber release);

    /** From when to when a release stood. */
    record Stood(Instant from, Instant to) {}

    /** The figures of the rollout as they stand; sites count, not parts. */
    RolloutFigures figures(ReleaseNumber release);
}
