package slipway.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.rollout.SiteTargets;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Whether the newest audit of a phase is signed for exactly the parts of the release at its sites. */
@Component
class SignedAudit {
    private final AuditTable audits;
    private final InventoryTable inventories;
    private final SiteTargets targets;

    SignedAudit(AuditTable audits, InventoryTable inventories, SiteTargets targets) {
        this.audits = audits;
        this.inventories = inventories;
        this.targets = targets;
    }

    Optional<Refusal> unmet(ReleaseNumber release, Phase phase, Instant since) {
        Set<AuditItem> wanted = targets.of(release).stream()
                .map(target -> new AuditItem(target.site(), target.unit()))
                .collect(Collectors.toUnmodifiableSet());
        Optional<AuditRules.Signature> newest = audits.latest(release, phase).map(this::signature);
        return AuditRules.unmet(release, phase, newest, since, wanted);
    }

    private AuditRules.Signature signature(AuditReport audit) {
        boolean signed = AuditRules.signed(audits.signature(audit.id()), inventories.digest(audit));
        return new AuditRules.Signature(audit.orderedAt(), signed, inventories.items(audit.id()));
    }
}
