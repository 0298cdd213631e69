package slipway.rollout;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.planning.Reservations;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** What other releases may have of the sites of a release whose rollout is over. */
@Component
class SitesGivenUp {
    private final Releases releases;
    private final Reservations reservations;
    private final TargetTable targets;
    private final WaveTable waves;
    private final Clock clock;

    SitesGivenUp(Releases releases, Reservations reservations, TargetTable targets, WaveTable waves, Clock clock) {
        this.releases = releases;
        this.reservations = reservations;
        this.targets = targets;
        this.waves = waves;
        this.clock = clock;
    }

    /** What runs the release is free for others once it was watched for its whole soak, also while the release stands. */
    Set<SiteId> freeWhenWatched(ReleaseNumber release) {
        Map<Integer, Instant> soaking = waves.soaking(release, clock.instant());
        if (soaking.isEmpty()) {
            return Set.of();
        }
        Map<Instant, Set<SiteId>> later = SiteStand.of(targets.of(release)).stream()
                .filter(site -> site.state() == TargetState.VERIFIED && soaking.containsKey(site.wave()))
                .collect(Collectors.groupingBy(
                        site -> soaking.get(site.wave()), Collectors.mapping(SiteStand::site, Collectors.toSet())));
        later.forEach((at, sites) -> reservations.end(release, sites, at));
        return later.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Every site is free for others, where something was installed once it was watched for its whole soak. */
    void free(ReleaseNumber release) {
        Set<SiteId> watched = freeWhenWatched(release);
        reservations.end(
                release,
                releases.submitted(release).sites().stream()
                        .filter(site -> !watched.contains(site))
                        .collect(Collectors.toSet()));
    }
}
