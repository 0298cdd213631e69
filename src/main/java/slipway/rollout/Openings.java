package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Site;
import slipway.policy.Policies;

/** When the policy lets sites be activated together. */
@Component
class Openings {
    private final Policies policies;

    Openings(Policies policies) {
        this.policies = policies;
    }

    /** The first instant from {@code from} (inclusive) to {@code until} (exclusive) at which all sites are open. */
    Optional<Instant> first(List<Site> sites, Instant from, Instant until) {
        return policies.nextOpen(sites.stream().collect(Collectors.toMap(Site::id, Site::zone)), from)
                .filter(at -> at.isBefore(until));
    }
}
