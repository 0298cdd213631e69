package slipway.rollout;

import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** The return of sites to their last verified revision. */
public interface BackOuts {

    /** Whether a back-out is over. */
    sealed interface End {}

    /** It is; {@code everySite} when the whole release was backed out. */
    record Over(boolean everySite) implements End {}

    /** A site is still to be returned. */
    record NotOver(Refusal refusal) implements End {}

    /** Marks the sites that were decided on; a back-out of all moves {@code PAUSED → BACKING_OUT}. */
    Result order(ReleaseNumber release);

    /**
     * The long work, outside any transaction: returns sites last in first out, and stops at the first that cannot be
     * returned. Whether one could not.
     */
    boolean restore(ReleaseNumber release);

    /** Somebody repaired the sites by hand; they are verified before anything is said to be repaired. */
    Result repaired(ReleaseNumber release, Actor actor, String remark);

    /** Ends a back-out when every site of it is restored or repaired. */
    End finish(ReleaseNumber release);
}
