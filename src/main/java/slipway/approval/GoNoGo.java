package slipway.approval;

import java.util.List;
import java.util.Map;
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

    /** A condition of going live and why it is open, for people; {@code state} is "met" when it is not. */
    record Condition(String condition, String state) {}

    /** Records the decision; anything but a go needs a reason, and nobody decides on their own request. */
    Result decide(ReleaseNumber release, Actor actor, Decision decision, String reason);

    /** {@code SCHEDULED → AUTHORISED}, only while a go stands in the ledger. */
    Result authorise(ReleaseNumber release);

    /** {@code → CANCELLED}, only after a decision against the release. */
    Result cancel(ReleaseNumber release);

    /** Every condition of going live, the open ones with their reason. */
    List<Condition> conditions(ReleaseNumber release);

    /** Everything that capabilities lay before the change manager, by the keys of the form. */
    Map<String, Object> facts(ReleaseNumber release);
}
