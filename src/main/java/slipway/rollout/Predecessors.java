package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.Aspect;
import slipway.approval.BindingSource;
import slipway.approval.Bound;
import slipway.cmdb.Cmdb;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;

/** What is verified at each site before the release reaches it: a go binds to it, and so does every wave's start. */
@Component
class Predecessors implements BindingSource {
    private final Releases releases;
    private final TargetTable targets;
    private final RolloutTable rollouts;
    private final Cmdb cmdb;

    Predecessors(Releases releases, TargetTable targets, RolloutTable rollouts, Cmdb cmdb) {
        this.releases = releases;
        this.targets = targets;
        this.rollouts = rollouts;
        this.cmdb = cmdb;
    }

    @Override
    public Map<Bound, String> bindings(ReleaseNumber release) {
        if (rollouts.find(release).flatMap(Rollout::thresholds).isEmpty()) {
            return Map.of();
        }
        List<Target> all = targets.of(release);
        Map<PlaceOfUnit, Cmdb.Item> items = all.stream()
                .map(Target::unit)
                .distinct()
                .flatMap(unit -> cmdb.of(unit).stream())
                .collect(Collectors.toMap(item -> new PlaceOfUnit(item.site(), item.unit()), item -> item));
        return all.isEmpty() ? Map.of() : Map.of(Bound.whole(Aspect.PREDECESSORS), PredecessorPrint.of(all, items));
    }

    /** Until it is scheduled, the targets and what they are expected to run may be those of an earlier schedule. */
    @Override
    public Set<Aspect> leftOver(ReleaseNumber release) {
        return releases.submitted(release).state().compareTo(ReleaseState.SCHEDULED) < 0 ? answersFor() : Set.of();
    }

    @Override
    public Set<Aspect> answersFor() {
        return Set.of(Aspect.PREDECESSORS);
    }
}
