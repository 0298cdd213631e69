package slipway.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.SiteId;

/** What of a release is still to come, and where; only before its rollout that is all of it. */
final class ToCome {
    private ToCome() {}

    static boolean rolloutBegan(SubmittedRelease release) {
        return release.state().compareTo(ReleaseState.IN_ROLLOUT) >= 0;
    }

    /** Where it was already, a later release may have followed meanwhile. */
    static Set<SiteId> sites(SubmittedRelease release, Supplier<List<Target>> targets) {
        return rolloutBegan(release) ? sites(waiting(targets.get())) : release.sites();
    }

    /** In rollout those of the wave that is next: what a later one lacks may be there by then. */
    static Set<SiteId> sitesOfNextWave(SubmittedRelease release, Supplier<List<Target>> targets) {
        return rolloutBegan(release) ? sites(firstWave(waiting(targets.get()).toList())) : release.sites();
    }

    /** Those of the first wave, whatever became of it. */
    static Set<SiteId> sitesOfFirstWave(List<Target> arranged) {
        return sites(firstWave(arranged));
    }

    /** The first wave with sites to begin. */
    static Optional<Integer> nextWave(List<Target> targets) {
        return pending(targets).map(Target::wave).min(Comparator.naturalOrder());
    }

    /** The sites of that wave that are still to be through. */
    static Set<SiteId> pendingSites(List<Target> targets, int wave) {
        return sites(pending(targets).filter(target -> target.wave() == wave));
    }

    static Stream<Target> firstWave(List<Target> targets) {
        Optional<Integer> first = targets.stream().map(Target::wave).min(Comparator.naturalOrder());
        return targets.stream()
                .filter(target -> first.filter(wave -> wave == target.wave()).isPresent());
    }

    private static Stream<Target> waiting(List<Target> targets) {
        return targets.stream().filter(target -> target.state().waiting());
    }

    private static Stream<Target> pending(List<Target> targets) {
        return targets.stream().filter(target -> target.state().pending());
    }

    private static Set<SiteId> sites(Stream<Target> targets) {
        return targets.map(Target::site).collect(Collectors.toUnmodifiableSet());
    }
}
