package slipway.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.policy.PolicyEvent.PolicyPutInForce;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

@Component
@Transactional
class StoredPolicies implements Policies {
    private final PolicyTable policies;
    private final EventLog log;

    StoredPolicies(PolicyTable policies, EventLog log) {
        this.policies = policies;
        this.log = log;
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
    public List<Refusal> closed(int version, SiteId site, ZoneId zone, Instant at) {
        return new Calendar(version(version)).closed(site, zone, at);
    }

    @Override
    public List<Refusal> closed(int version, Map<SiteId, ZoneId> sites, Instant at) {
        Calendar calendar = new Calendar(version(version));
        return sites.entrySet().stream()
                .sorted(Comparator.comparing(site -> site.getKey().value()))
                .flatMap(site -> calendar.closed(site.getKey(), site.getValue(), at).stream())
                .toList();
    }

    @Override
    public Optional<Instant> nextOpen(int version, Map<SiteId, ZoneId> sites, Instant from) {
        return new Calendar(version(version)).nextOpen(sites, from);
    }

    @Override
    public int putInForce(Policy policy, Actor by) {
        int version = policies.newest().orElse(0) + 1;
        policies.add(version, policy, by);
        log.append(by, new PolicyPutInForce(version));
        return version;
    }
}
