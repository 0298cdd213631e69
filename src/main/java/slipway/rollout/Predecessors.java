package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.approval.Aspect;
import slipway.approval.BindingSource;
import slipway.cmdb.Cmdb;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What runs at each site before the release reaches it: a go binds to it, and so does every wave's start. */
@Component
class Predecessors implements BindingSource {
    private final TargetTable targets;
    private final RolloutTable rollouts;
    private final Cmdb cmdb;

    Predecessors(TargetTable targets, RolloutTable rollouts, Cmdb cmdb) {
        this.targets = targets;
        this.rollouts = rollouts;
        this.cmdb = cmdb;
    }

    @Override
    public Map<Aspect, String> bindings(ReleaseNumber release) {
        List<Target> all = targets.of(release);
        if (all.isEmpty() || rollouts.threshold(release).isEmpty()) {
            return Map.of();
        }
        String lines = all.stream().map(this::line).sorted().collect(Collectors.joining("\n"));
        return Map.of(Aspect.PREDECESSORS, Digest.of(lines).hex());
    }

    /** The revision verified last at a site that the release has not begun. */
    static @Nullable UnitRevision now(Cmdb cmdb, Target target) {
        return cmdb.find(target.site(), target.unit())
                .map(Cmdb.Record::verified)
                .orElse(null);
    }

    private String line(Target target) {
        // A site that the release has begun changed by the approved rollout itself.
        boolean untouched = target.state().waiting() || target.state() == TargetState.NOT_REACHED;
        UnitRevision revision = untouched ? now(cmdb, target) : target.predecessor();
        return target.site() + " " + (revision == null ? "absent" : revision.digest());
    }
}
