package slipway.interruption;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.audit.Audits;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.Stops;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Takes a release out of what it was doing. */
@Component
class WaysOut {
    private final Releases releases;
    private final Stops stops;
    private final Audits audits;

    WaysOut(Releases releases, Stops stops, Audits audits) {
        this.releases = releases;
        this.stops = stops;
        this.audits = audits;
    }

    /** Stops it because of something else; empty where it stands already, or its wave ends by itself. */
    Optional<Interruption> halt(ReleaseNumber release, Actor actor, String why) {
        return stops.halt(release, actor, why) instanceof Result.Done ? stands(release) : Optional.empty();
    }

    /** The same, and each site that was begun gets the rest of its parts. */
    Optional<Interruption> haltBetweenSites(ReleaseNumber release, Actor actor, String why) {
        return stops.haltBetweenSites(release, actor, why) instanceof Result.Done ? stands(release) : Optional.empty();
    }

    /** After a stop: its process has to be led to the decision where nothing else leads it there. */
    Optional<Interruption> stands(ReleaseNumber release) {
        if (releases.get(release).state() != ReleaseState.PAUSED) {
            return Optional.empty();
        }
        leave(release);
        return Optional.of(new Interruption(release, Interruption.Kind.STOPPED));
    }

    /** Goes back to that state; an error when the state table has no such move. */
    void goBack(ReleaseNumber release, ReleaseState to, String why) {
        if (releases.goBack(release, to, why) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
        leave(release);
    }

    /** What was ordered at sites for its audits is not looked at any more. */
    void leave(ReleaseNumber release) {
        audits.abandon(release);
    }
}
