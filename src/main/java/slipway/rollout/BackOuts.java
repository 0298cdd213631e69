package slipway.rollout;

import java.util.List;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** The return of sites to what was verified there before a release. */
public interface BackOuts {

    /** What was ordered. */
    sealed interface Order {}

    /** Parts return one after the other; whoever waits is told when all are back, or when one could not be returned. */
    record Ordered() implements Order {}

    /** No part is to return: nobody is told anything, finish it at once. */
    record NothingToReturn() implements Order {}

    /** Nobody decided so. */
    record NotOrdered(Refusal refusal) implements Order {}

    /** Whether a back-out is over. */
    sealed interface End {}

    /** It is; {@code everySite} when the whole release was backed out. */
    record Over(boolean everySite) implements End {}

    /** A part could not be returned; somebody repairs it, and the others wait. */
    record Stuck() implements End {}

    /** A part is still to return. */
    record NotOver(Refusal refusal) implements End {}

    /** Orders what was decided; a back-out of all moves {@code PAUSED → BACKING_OUT}. */
    Order order(ReleaseNumber release);

    /** What could not be returned, why, and what it is to run. */
    List<Broken> stuck(ReleaseNumber release);

    /** A part at a site that somebody repairs; {@code toRun} is what it is to run then, in words. */
    record Broken(SiteId site, UnitId unit, String reason, String toRun) {}

    /**
     * Somebody repaired by hand what could not be returned. It is looked at again before anything is said to be repaired,
     * and only then the others go on.
     */
    Result repaired(ReleaseNumber release, Actor actor, String remark);

    /** Ends a back-out when nothing of it is left to return. */
    End finish(ReleaseNumber release);
}
