package slipway.rollout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.shared.ReleaseNumber;

@Component
class StoredSiteTargets implements SiteTargets {
    private final TargetTable targets;
    private final RolloutTable rollouts;

    StoredSiteTargets(TargetTable targets, RolloutTable rollouts) {
        this.targets = targets;
        this.rollouts = rollouts;
    }

    @Override
    public List<Target> of(ReleaseNumber release) {
        return targets.of(release);
    }

    @Override
    public List<RolloutEvent> events(ReleaseNumber release) {
        return rollouts.events(release);
    }

    @Override
    public Optional<Threshold> threshold(ReleaseNumber release) {
        return rollouts.threshold(release);
    }
}
