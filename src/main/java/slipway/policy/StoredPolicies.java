package slipway.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

@Component
@Transactional
class StoredPolicies implements Policies {
    private final PolicyTable policies;

    StoredPolicies(PolicyTable policies) {
        this.policies = policies;
    }

    @Override
    public Policy inForce() {
        return policies.newest()
                .map(this::version)
                .orElseThrow(() -> new IllegalStateException("no release policy is in force; put one in force first"));
    }

    @Override
    public Policy version(int version) {
        return policies.find(version)
                .orElseThrow(() -> new IllegalStateException("there is no release policy " + version));
    }

    @Override
    public List<Refusal> closed(SiteId site, ZoneId zone, Instant at) {
        return new Calendar(inForce()).closed(site, zone, at);
    }

    @Override
    public Optional<Instant> nextOpen(Map<SiteId, ZoneId> sites, Instant from) {
        return new Calendar(inForce()).nextOpen(sites, from);
    }

    @Override
    public int putInForce(Policy policy, Actor by) {
        int version = policies.newest().orElse(0) + 1;
        policies.add(version, policy, by);
        return version;
    }
}
