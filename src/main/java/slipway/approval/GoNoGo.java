package slipway.approval;

import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** The change manager's decision whether a scheduled release goes live, and what follows from it. */
public interface GoNoGo {
    /** What can be decided. */
    enum Decision {
        GO,
        REPLAN,
        CANCEL
    }

    /**
     * Records the decision; anything but a go needs a reason, nobody decides on their own request. A go reserves what the
     * release needs; it is refused while somebody else holds that, or while a {@link GoCondition} is against it: the
     * release waits, or is planned again.
     */
    Result decide(ReleaseNumber release, Actor actor, Decision decision, String reason);

    /** {@code SCHEDULED → AUTHORISED}, only while a go stands in the ledger. */
    Result authorise(ReleaseNumber release);

    /** {@code → CANCELLED}, only after a decision against the release. */
    Result cancel(ReleaseNumber release);
}
