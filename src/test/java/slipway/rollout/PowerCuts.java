package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipway.shared.ReleaseNumber;

/** What keeps releases from going live that is none of the rollout's business. */
final class PowerCuts implements Obstacle {
    final Map<ReleaseNumber, String> of = new ConcurrentHashMap<>();

    @Override
    public List<String> because(ReleaseNumber release) {
        return Optional.ofNullable(of.get(release)).stream().toList();
    }
}
