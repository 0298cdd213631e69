package slipway.rollout;

import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Which sites are activated in which wave, and when that is possible. */
public interface WavePlans {

    /** How many sites the release is for. */
    int siteCount(ReleaseNumber release);

    /** Waves as text, one line a wave: the pilot sites first, the disaster-recovery sites last. */
    String propose(ReleaseNumber release, int pilotSites, int sitesPerWave);

    /** The waves as arranged, as text; empty when they were not. */
    Optional<String> arranged(ReleaseNumber release);

    /** Takes the release manager's waves of sites of the scope; refuses nonsense by the field {@code waves}. */
    Result arrange(ReleaseNumber release, Actor actor, String waves);

    /** Ends the release before any site was touched, with a reason; for example when its window has passed. */
    Result cancel(ReleaseNumber release, Actor actor, String reason);

    /** Back to {@code SUBMITTED}, with a reason: the plan is drafted, rehearsed and approved again. */
    Result replan(ReleaseNumber release, Actor actor, String reason);

    /** Why the waves as arranged cannot be scheduled: what policy never opens, and what sites run meanwhile. */
    List<Refusal> conflicts(ReleaseNumber release);

    /**
     * Why the release is arranged again, in sentences: a no-go, a go that fell, what kept it from going live. Empty when
     * it is arranged for the first time.
     */
    List<String> sentBackBecause(ReleaseNumber release);

    /** Records thresholds and the revision expected at each site, and moves the release to {@code SCHEDULED}. */
    Result schedule(ReleaseNumber release, Optional<Thresholds> thresholds);
}
