package slipway.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Whether the newest audit of a phase is signed for exactly the sites of the release. */
@Component
class SignedAudit {
    private final AuditTable audits;
    private final SiteTargets targets;

    SignedAudit(AuditTable audits, SiteTargets targets) {
        this.audits = audits;
        this.targets = targets;
    }

    Optional<Refusal> unmet(ReleaseNumber release, Phase phase, Instant since) {
        Set<SiteId> sites = targets.of(release).stream().map(Target::site).collect(Collectors.toSet());
        boolean stands = audits.latest(release, phase)
                .filter(audits::signed)
                .filter(report -> report.sites().equals(sites) && !sites.isEmpty())
                .filter(report -> !report.orderedAt().isBefore(since))
                .isPresent();
        return stands
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "audit-" + phase.name().toLowerCase(Locale.ROOT),
                        "No signed audit " + phase + " covers exactly the sites of " + release + "."));
    }
}
