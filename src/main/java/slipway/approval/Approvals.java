package slipway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** The append-only ledger of decisions by people, and whether one still stands. */
public interface Approvals {

    /**
     * A decision: bound to a fingerprint for each aspect that it covers; {@code part} for gates decided per part, {@code
     * group} for gates that groups decide; {@code mail} = the address that the actor had then, empty where there was
     * none; {@code said} = what else the form asked, by its fields.
     */
    record Approval(
            ReleaseNumber release,
            Gate gate,
            Optional<UnitId> part,
            Optional<String> group,
            Actor actor,
            String mail,
            boolean granted,
            String reason,
            Map<String, String> said,
            Map<Bound, String> bindings,
            Instant at) {}

    /** Whether a gate is passed. */
    sealed interface Standing {}

    /** Granted, and nothing that it covers has changed; what left the release since is no change of what is left. */
    record Granted(Approval approval) implements Standing {}

    /** Decided against. */
    record Denied(Approval approval) implements Standing {}

    /** Granted, but this has changed since. */
    record Voided(Approval approval, Bound changed) implements Standing {}

    /** Not decided. */
    record Missing() implements Standing {}

    /** Records a decision on the whole release, bound to the present fingerprint of each aspect that the gate covers. */
    void decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason);

    /** Records a decision on one part, at a gate that is decided per part. */
    void decide(PartId part, Gate gate, Actor actor, boolean granted, String reason);

    /** Records a decision for a group, at a gate that groups decide, bound to what is known now. */
    void decide(
            ReleaseNumber release,
            Gate gate,
            String group,
            Actor actor,
            boolean granted,
            String reason,
            Map<String, String> said);

    /**
     * The newest decision at the gate, compared with what every {@link BindingSource} says now; at a gate decided per
     * part the standing of the first part that is not granted, or of the last; not for a gate that groups decide.
     */
    Standing standing(ReleaseNumber release, Gate gate);

    /** The same for one part, at a gate that is decided per part. */
    Standing standing(PartId part, Gate gate);

    /** The same for one group, at a gate that groups decide: compared with what was known then. */
    Standing standing(ReleaseNumber release, Gate gate, String group);

    /** Of the release or one part. */
    default Standing standing(ReleaseNumber release, Gate gate, Optional<UnitId> part) {
        return part.map(unit -> standing(new PartId(release, unit), gate)).orElseGet(() -> standing(release, gate));
    }

    /** How the newest decision stands on what this one was about. */
    default Standing standing(Approval approval) {
        return approval.group()
                .map(group -> standing(approval.release(), approval.gate(), group))
                .orElseGet(() -> standing(approval.release(), approval.gate(), approval.part()));
    }

    /** Every decision on a release, oldest first. */
    List<Approval> of(ReleaseNumber release);
}
