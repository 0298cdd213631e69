package slipway.release;

import java.util.List;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** The releases and their state. Every command decides before it writes and refuses by value. */
public interface Releases {

    /** A new {@code DRAFT} with the year's next number. */
    ReleaseNumber draft(Actor requester, String title, String purpose);

    /** The release; an error when there is none. */
    Release get(ReleaseNumber number);

    /** All releases, newest first. */
    List<Release> all();

    /** {@code DRAFT → SUBMITTED}; freezes type and scope. */
    Result submit(ReleaseNumber number, Scope scope, ReleaseType type);

    /** Builds from another tag of the same unit after a failed or refused build; only while {@code IN_BUILD}. */
    Result retag(ReleaseNumber number, String tag);

    /** Binds the revision that was checked in; only while {@code IN_BUILD}. */
    Result bindRevision(ReleaseNumber number, UnitRevision revision);

    /**
     * Any other move of the state table. Into {@code IN_ROLLOUT} every {@link GoLiveCondition}, into {@code CLOSED} use
     * {@link #close}. The same state again is refused.
     */
    Result move(ReleaseNumber number, ReleaseState to);

    /** {@code REVIEWED → CLOSED} with its outcome when every {@link ClosingCondition} holds; none registered = refused. */
    Result close(ReleaseNumber number, Outcome outcome);
}
