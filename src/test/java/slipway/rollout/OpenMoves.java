package slipway.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipway.release.MoveCondition;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** What is asked before a release goes on; nothing, unless a test says so. */
final class OpenMoves implements MoveCondition {
    final Map<ReleaseNumber, MoveCondition> of = new ConcurrentHashMap<>();

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release, ReleaseState to) {
        return Optional.ofNullable(of.get(release.number())).flatMap(asked -> asked.unmet(release, to));
    }
}
