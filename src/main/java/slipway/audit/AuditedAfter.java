package slipway.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.release.ClosingCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** A release closes when its sites were audited after the rollout. */
@Component
@Transactional(readOnly = true)
class AuditedAfter implements ClosingCondition {
    private final SignedAudit audit;

    AuditedAfter(SignedAudit audit) {
        this.audit = audit;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        return audit.unmet(release.number(), Phase.AFTER, Instant.EPOCH);
    }
}
