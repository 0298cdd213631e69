package slipway.rollout.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.release.Releases;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

@RestController
class TargetsResource {
    private final Releases releases;
    private final SiteTargets targets;

    TargetsResource(Releases releases, SiteTargets targets) {
        this.releases = releases;
        this.targets = targets;
    }

    /** A site of a release. */
    record SiteTarget(
            String site,
            String unit,
            int wave,
            String state,
            int attempt,
            String reason,
            @Nullable String predecessor,
            Instant changedAt) {}

    @GetMapping("/api/releases/{number}/targets")
    @MayUse(Clearance.EVERY_ROLE)
    List<SiteTarget> targets(@PathVariable ReleaseNumber number) {
        if (releases.find(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no release " + number + ".");
        }
        return targets.of(number).stream().map(TargetsResource::row).toList();
    }

    private static SiteTarget row(Target target) {
        UnitRevision predecessor = target.predecessor();
        return new SiteTarget(
                target.site().value(),
                target.unit().value(),
                target.wave(),
                target.state().name(),
                target.attempt(),
                target.reason(),
                predecessor == null ? null : predecessor.toString(),
                target.changedAt());
    }
}
