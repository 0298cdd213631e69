package slipway.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/**
 * Gates that models bring along: each group that they name decides by itself, and one person counts for one group, also
 * where several tasks decide the gate. Of the groups of a task those decide that are demanded of the release, and all
 * where none is.
 */
public interface GroupGates {

    /** How a gate stands after a decision. */
    enum Verdict {
        /** Every group that decides has granted it, and each still stands. */
        GRANTED,
        /** The newest decision was against the release. */
        DENIED,
        /** Other groups have still to decide. */
        OPEN
    }

    /** A group's newest decision: {@code standing} in a word. */
    record Voice(String group, String standing) {}

    /** The groups that the gate is demanded of for this release; none before it is submitted. */
    Set<String> demanded(ReleaseNumber release, Gate gate);

    /** How each of the groups that decide stands, in their order by name. */
    List<Voice> voices(ReleaseNumber release, Gate gate, Set<String> groups);

    /**
     * Who may decide now: members of the groups that have still to decide, or of any where all have, who count for none of
     * the others.
     */
    Set<Actor> deciders(ReleaseNumber release, Gate gate, Set<String> groups);

    /**
     * Records what the person decided for one of the groups that they belong to and that has still to decide, or any
     * where all have: for the one that leaves the others somebody, the first by name. Refused when another group would
     * have nobody left; {@code said} = what else the form asked. To decide against a release needs a reason.
     */
    Result decide(
            ReleaseNumber release,
            Gate gate,
            Set<String> groups,
            Actor actor,
            boolean granted,
            String reason,
            Map<String, String> said);

    /** What came of the newest decision. */
    Verdict verdict(ReleaseNumber release, Gate gate, Set<String> groups);
}
