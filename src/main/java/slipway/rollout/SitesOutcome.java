package slipway.rollout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.policy.Policies;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.SubmittedRelease;

/** How the release went by the sites that it reached, measured by the policy that it is bound to. */
@Component
class SitesOutcome implements OutcomeSource {
    private final SiteTargets targets;
    private final Policies policies;

    SitesOutcome(SiteTargets targets, Policies policies) {
        this.targets = targets;
        this.policies = policies;
    }

    @Override
    public Optional<Outcome> proposes(SubmittedRelease release) {
        int minimum = policies.version(release.policy()).minimumCoveragePercent();
        return Optional.of(targets.figures(release.number()).proposal(minimum));
    }
}
