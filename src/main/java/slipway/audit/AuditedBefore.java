package slipway.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.release.GoLiveCondition;
import slipway.release.Release;
import slipway.rollout.RolloutEvent;
import slipway.rollout.SiteTargets;
import slipway.shared.Refusal;

/** A release goes live at sites that were audited since they were scheduled. */
@Component
class AuditedBefore implements GoLiveCondition {
    private final SignedAudit audit;
    private final SiteTargets targets;

    AuditedBefore(SignedAudit audit, SiteTargets targets) {
        this.audit = audit;
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> unmet(Release release) {
        Instant scheduled = targets.events(release.number()).stream()
                .filter(event -> event.kind() == RolloutEvent.Kind.SCHEDULED)
                .map(RolloutEvent::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return audit.unmet(release.number(), Phase.BEFORE, scheduled);
    }
}
