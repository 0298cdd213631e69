package slipway.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.rollout.SiteTargets;
import slipway.shared.ReleaseNumber;

/** The present early life of a release, with what it still lasts. */
@Component
class EarlyLives {
    private final ReviewTables tables;
    private final SiteTargets targets;

    EarlyLives(ReviewTables tables, SiteTargets targets) {
        this.tables = tables;
        this.targets = targets;
    }

    Optional<EarlyLife> of(ReleaseNumber release) {
        return tables.earlyLife(release).map(begun -> begun.without(targets.stood(release)));
    }
}
