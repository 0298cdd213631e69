package slipway.rollout;

import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Which sites are activated in which wave, and when that is possible. */
public interface WavePlans {

    /** How many sites the CMDB knows. */
    int siteCount();

    /** Waves as text, one line a wave: the pilot sites first, the disaster-recovery sites last. */
    String propose(int pilotSites, int sitesPerWave);

    /** The waves as arranged, as text; empty when they were not. */
    Optional<String> arranged(ReleaseNumber release);

    /** Takes the release manager's waves; refuses nonsense by the field {@code waves}. */
    Result arrange(ReleaseNumber release, Actor actor, String waves);

    /** Ends the release before any site was touched, with a reason; for example when its window has passed. */
    Result cancel(ReleaseNumber release, Actor actor, String reason);

    /** Why the waves as arranged cannot be scheduled, if so: every wave that policy never opens within the plan. */
    Optional<Refusal> conflict(ReleaseNumber release);

    /** Records threshold and the revision expected at each site, and moves the release to {@code SCHEDULED}. */
    Result schedule(ReleaseNumber release, Optional<Threshold> threshold);
}
