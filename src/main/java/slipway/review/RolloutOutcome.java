package slipway.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.policy.Policies;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.Release;
import slipway.rollout.SiteTargets;

/** What the sites say of the outcome, measured by the policy in force. */
@Component
class RolloutOutcome implements OutcomeSource {
    private final SiteTargets targets;
    private final Policies policies;

    RolloutOutcome(SiteTargets targets, Policies policies) {
        this.targets = targets;
        this.policies = policies;
    }

    @Override
    public Optional<Outcome> proposes(Release release) {
        int minimum = policies.inForce().minimumCoveragePercent();
        return Optional.of(targets.figures(release.number()).proposal(minimum));
    }
}
