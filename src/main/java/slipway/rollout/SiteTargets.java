package slipway.rollout;

import java.util.List;
import java.util.Optional;
import slipway.shared.ReleaseNumber;

/** Where each site of a release stands; for whoever reads, never for deciding without the facades. */
public interface SiteTargets {
    /** The sites of a release, by wave and id. */
    List<Target> of(ReleaseNumber release);

    /** The steps of its rollout, oldest first. */
    List<RolloutEvent> events(ReleaseNumber release);

    /** The threshold that the rollout was scheduled with; none = cannot be read, and every wave stops. */
    Optional<Threshold> threshold(ReleaseNumber release);

    /** The figures of the rollout as they stand. */
    default RolloutFigures figures(ReleaseNumber release) {
        return RolloutFigures.of(of(release));
    }
}
