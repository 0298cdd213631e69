package slipway.rollout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;

/** Pauses a release: sites that wait are not reached, and people are asked. */
@Component
class Pausing {
    private final Releases releases;
    private final RolloutTable rollouts;
    private final WordTable words;
    private final TargetMoves moves;
    private final SitesGivenUp sites;
    private final EventLog events;
    private final Clock clock;

    Pausing(
            Releases releases,
            RolloutTable rollouts,
            WordTable words,
            TargetMoves moves,
            SitesGivenUp sites,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.rollouts = rollouts;
        this.words = words;
        this.moves = moves;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    /** {@code raised}: only because of what somebody raised, which is told by itself. */
    Result pause(ReleaseNumber release, Optional<Integer> wave, String why, boolean raised) {
        if (releases.move(release, ReleaseState.PAUSED) instanceof Result.Refused refused) {
            return refused;
        }
        rollouts.paused(release, why, clock.instant());
        words.forget(release);
        sites.freeWhenWatched(release);
        List<SiteId> notReached = moves.notReached(release, "the rollout paused");
        if (!notReached.isEmpty()) {
            events.append(release, new RolloutEvent.SitesNotReached(notReached, "The rollout paused."));
        }
        events.append(release, new RolloutEvent.RolloutPaused(wave, why, raised));
        return Result.done();
    }
}
