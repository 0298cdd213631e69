package slipway.rollout;

import java.util.List;
import java.util.Set;
import slipway.change.Rfc;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What people decide while a rollout is paused. */
public interface PausedRollouts {

    /** What came of somebody's word. */
    sealed interface Answer {}

    /** Everybody whose word is needed has said so. */
    record Decided() implements Answer {}

    /** It is kept; people of these roles must say the same. */
    record Proposed(List<String> missing) implements Answer {}

    /** It does not fit what happened, or is not theirs to decide. */
    record NotDecided(Refusal refusal) implements Answer {}

    /**
     * What people see before they decide; {@code toRemove} = those taken back of which some site has what they brought,
     * {@code removers} = the open RFCs that may remove it.
     */
    record Situation(
            String why,
            List<Happening> since,
            List<RfcNumber> takenBack,
            List<RfcNumber> toRemove,
            List<Rfc> removers,
            List<Said> said,
            List<Need> needs,
            List<Return> returns) {}

    /** What somebody raised since it stands. */
    record Happening(Actor actor, String what) {}

    /** What somebody said already. */
    record Said(Actor actor, String decision, String reason) {}

    /** Whose word a decision needs now, or why it cannot be taken now. */
    record Need(String decision, String needs) {}

    /** What a back-out of all would do with a part at a site: "returns to …", or why it is left alone. */
    record Return(SiteId site, UnitId unit, String what, boolean leftAlone) {}

    Situation situation(ReleaseNumber release);

    /**
     * Takes the word of a person; the decision is made when everybody whose word is needed has said the same. Ending here
     * although sites have what RFCs brought that were taken back needs the RFCs that remove it, at least one for each unit.
     */
    Answer decide(ReleaseNumber release, Actor actor, PausedDecision decision, String reason, Set<RfcNumber> removedBy);

    /** Goes on as it was decided: sites not reached, and on a retry failed ones, are planned again. */
    Result resume(ReleaseNumber release);

    /**
     * As it was decided: the sites that were not reached never are. {@code PAUSED → DEPLOYED}, or where every wave was over
     * back to the state it was stopped in.
     */
    Result endHere(ReleaseNumber release);
}
