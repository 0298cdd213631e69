package slipway.review;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.rollout.TargetState;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** Which RFCs a release delivered: those whose part is verified at every site that it was to reach. */
final class Delivery {
    private static final Set<TargetState> THERE = Set.of(TargetState.VERIFIED, TargetState.NOTHING_TO_DO);

    private Delivery() {}

    /** By the states in which each part ended at the sites of the waves. */
    static Set<RfcNumber> of(Map<RfcNumber, UnitId> rfcs, Map<UnitId, Set<TargetState>> ended) {
        return rfcs.entrySet().stream()
                .filter(rfc -> everywhere(ended.getOrDefault(rfc.getValue(), Set.of())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean everywhere(Set<TargetState> states) {
        return !states.isEmpty() && THERE.containsAll(states);
    }
}
