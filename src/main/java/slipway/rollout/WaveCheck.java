package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.release.SubmittedRelease;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/**
 * Everything that decides whether a wave may begin, as it is at that moment. {@code soaksUntil} says until when what the
 * waves before installed is watched.
 */
record WaveCheck(
        SubmittedRelease release,
        int wave,
        Instant now,
        Optional<Instant> soaksUntil,
        Plan plan,
        Optional<Threshold> threshold,
        List<Target> targets,
        Map<PlaceOfUnit, Cmdb.Item> items,
        Map<UnitId, Library.Holding> holdings,
        Set<PlaceOfUnit> reserved,
        List<Refusal> closed,
        Optional<Refusal> returnsChanged,
        List<Refusal> conditions) {

    /** What the wave would begin. */
    List<Target> toDo() {
        return targets.stream()
                .filter(target -> target.wave() == wave && target.state().waiting())
                .toList();
    }
}
