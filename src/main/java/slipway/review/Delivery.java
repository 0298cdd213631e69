package slipway.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Which RFCs a release delivered: those whose part is verified at every site that it was to reach. */
final class Delivery {
    private Delivery() {}

    /** By the states in which each part ended at the sites of the waves. */
    static Set<RfcNumber> of(Map<RfcNumber, UnitId> rfcs, Map<UnitId, Set<TargetState>> ended) {
        return rfcs.entrySet().stream()
                .filter(rfc -> everywhere(ended.getOrDefault(rfc.getValue(), Set.of())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether an RFC is at every site that it was to come to, whichever release brought it there. {@code releases} are
     * the parts that were to bring it, by release; one that never switched a site left nothing half done.
     */
    static boolean complete(List<List<Target>> releases) {
        Set<SiteId> there = releases.stream()
                .flatMap(List::stream)
                .filter(target -> target.state().arrived())
                .map(Target::site)
                .collect(Collectors.toUnmodifiableSet());
        return releases.stream()
                .filter(Delivery::begun)
                .flatMap(List::stream)
                .allMatch(target -> there.contains(target.site()));
    }

    private static boolean begun(List<Target> targets) {
        return targets.stream()
                .anyMatch(target -> target.activated() || target.state().arrived());
    }

    private static boolean everywhere(Set<TargetState> states) {
        return !states.isEmpty() && states.stream().allMatch(TargetState::arrived);
    }
}
