package slipway.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.rollout.SiteTargets;
import slipway.shared.Refusal;

/** A release goes live at sites that were audited since they were scheduled. */
@Component
@Transactional(readOnly = true)
class AuditedBefore implements GoLiveCondition {
    private final SignedAudit audit;
    private final SiteTargets targets;

    AuditedBefore(SignedAudit audit, SiteTargets targets) {
        this.audit = audit;
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        Instant scheduled = targets.scheduledAt(release.number()).orElse(Instant.EPOCH);
        return audit.unmet(release.number(), Phase.BEFORE, scheduled);
    }
}
