package slipway.rollout;

import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Stopping a rollout, by a person: while it runs, soaks, or is over and watched. */
public interface Stops {
    /**
     * No further site of the running wave begins, and the release pauses once nothing is under way; where nothing is, it
     * pauses at once. Release manager, change manager, service owner, incident manager and the coordinators of its sites
     * may.
     */
    Result stop(ReleaseNumber release, Actor actor, String reason);

    /** The same because of what somebody else decided: a revision recalled, a serious incident. Anybody's word counts. */
    Result halt(ReleaseNumber release, Actor actor, String why);

    /** The same, and each site that was begun gets the rest of its parts: an RFC was taken back. */
    Result haltBetweenSites(ReleaseNumber release, Actor actor, String why);

    /**
     * Ends a release whose rollout began while no site was switched and nothing is under way: {@code CANCELLED}. No wave
     * begins meanwhile, since that needs the lock which this holds.
     */
    Result giveUp(ReleaseNumber release);

    /**
     * Locks the rollout and then the release, in the order in which everybody does, until the transaction ends; whoever
     * locks several takes them by number, and RFCs after them.
     */
    void hold(ReleaseNumber release);
}
