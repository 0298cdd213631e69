package slipway.rollout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import slipway.cmdb.Site;
import slipway.policy.Policies;
import slipway.policy.Policy;

/** When the policy lets sites be activated together. */
@Component
class Openings {
    private static final int LONGEST_SEARCH_DAYS = 400;

    private final Policies policies;

    Openings(Policies policies) {
        this.policies = policies;
    }

    /** The first instant from {@code from} (inclusive) to {@code until} (exclusive) at which all sites are open. */
    Optional<Instant> first(List<Site> sites, Instant from, Instant until) {
        return candidates(sites, from, until).stream()
                .filter(at -> sites.stream()
                        .allMatch(site ->
                                policies.closed(site.id(), site.zone(), at).isEmpty()))
                .findFirst();
    }

    /** A closed site can open only where a window begins or a freeze ends. */
    private TreeSet<Instant> candidates(List<Site> sites, Instant from, Instant until) {
        Policy policy = policies.inForce();
        TreeSet<Instant> instants = new TreeSet<>();
        instants.add(from);
        policy.freezes().forEach(freeze -> instants.add(freeze.end()));
        for (Site site : sites) {
            LocalDate day = from.atZone(site.zone()).toLocalDate();
            LocalDate last = until.atZone(site.zone()).toLocalDate();
            for (int days = 0; days < LONGEST_SEARCH_DAYS && !day.isAfter(last); days++, day = day.plusDays(1)) {
                for (Policy.Window window : policy.windows()) {
                    instants.add(day.atTime(window.from()).atZone(site.zone()).toInstant());
                }
            }
        }
        instants.removeIf(at -> at.isBefore(from) || !at.isBefore(until));
        return instants;
    }
}
