package slipway.rollout.process;

import java.util.List;
import java.util.Map;
import slipway.rollout.Target;

/** Sites as the tables of forms show them. */
final class TargetRows {
    private TargetRows() {}

    static List<Map<String, Object>> of(List<Target> targets) {
        return targets.stream()
                .map(target -> Map.<String, Object>of(
                        "site", target.site().value(),
                        "wave", target.wave(),
                        "attempt", target.attempt(),
                        "state", target.state().name(),
                        "reason", target.reason()))
                .toList();
    }
}
