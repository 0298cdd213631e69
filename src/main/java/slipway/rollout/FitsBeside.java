package slipway.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.GoCondition;
import slipway.release.Compatibilities;
import slipway.release.GoLiveCondition;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What fitted its sites when the scope was confirmed may meet other units there by now, or miss what it requires. */
@Component
class FitsBeside implements GoLiveCondition, GoCondition {
    private final Compatibilities compatibilities;
    private final TargetTable targets;

    FitsBeside(Compatibilities compatibilities, TargetTable targets) {
        this.compatibilities = compatibilities;
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> against(SubmittedRelease release) {
        return unmet(release);
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        Map<UnitId, String> versions = release.parts().stream()
                .flatMap(part -> part.revision().stream())
                .collect(Collectors.toMap(UnitRevision::unit, UnitRevision::version));
        return compatibilities.unmet(versions, sites(release)).map(no -> Refusal.of(no.rule(), no.reason()));
    }

    // In rollout those of the wave that is next: what a later one lacks may be there by then.
    private Set<SiteId> sites(SubmittedRelease release) {
        if (release.state().compareTo(ReleaseState.IN_ROLLOUT) < 0) {
            return release.sites();
        }
        TreeMap<Integer, Set<SiteId>> waiting = targets.of(release.number()).stream()
                .filter(target -> target.state().waiting())
                .collect(Collectors.groupingBy(
                        Target::wave, TreeMap::new, Collectors.mapping(Target::site, Collectors.toSet())));
        return waiting.isEmpty() ? Set.of() : waiting.firstEntry().getValue();
    }
}
