package slipway.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.GoCondition;
import slipway.cmdb.Cmdb;
import slipway.release.Compatibilities;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What fitted its sites when the scope was confirmed may meet other units there by now, or miss what it requires. */
@Component
class FitsBeside implements GoLiveCondition, GoCondition {
    private final Compatibilities compatibilities;
    private final Cmdb cmdb;
    private final TargetTable targets;

    FitsBeside(Compatibilities compatibilities, Cmdb cmdb, TargetTable targets) {
        this.compatibilities = compatibilities;
        this.cmdb = cmdb;
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> against(SubmittedRelease release) {
        return fits(release, sites(release));
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        Set<SiteId> sites = sites(release);
        // Before its rollout nothing of it is next at any site; each wave asks again.
        return fits(release, sites)
                .or(() -> ToCome.rolloutBegan(release) ? changing(release, sites) : Optional.empty());
    }

    private Optional<Refusal> fits(SubmittedRelease release, Set<SiteId> sites) {
        return compatibilities.unmet(versions(release), sites).map(no -> Refusal.of(no.rule(), no.reason()));
    }

    /** Nobody knows yet what will run there, and whoever ordered it saw nothing of this release. */
    private Optional<Refusal> changing(SubmittedRelease release, Set<SiteId> sites) {
        Set<UnitId> own = versions(release).keySet();
        Set<UnitId> neighbours = compatibilities.neighbours(own).stream()
                .filter(unit -> !own.contains(unit))
                .collect(Collectors.toSet());
        if (neighbours.isEmpty()) {
            return Optional.empty();
        }
        // Of two waves that begin at the same moment the second sees the first.
        cmdb.hold(sites);
        return targets.changing(release.number(), neighbours, sites).stream()
                .findFirst()
                .map(there -> Refusal.of(
                        "neighbour-changes",
                        there.release() + " is changing " + there.unit() + " at " + there.site()
                                + ", which this release requires or may not meet; wait until that is over."));
    }

    private static Map<UnitId, String> versions(SubmittedRelease release) {
        return release.parts().stream()
                .flatMap(part -> part.revision().stream())
                .collect(Collectors.toMap(UnitRevision::unit, UnitRevision::version));
    }

    private Set<SiteId> sites(SubmittedRelease release) {
        return ToCome.sitesOfNextWave(release, () -> targets.of(release.number()));
    }
}
