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

    /** A decision: bound to a fingerprint for each aspect that it covers; {@code part} for gates decided per part. */
    record Approval(
            ReleaseNumber release,
            Gate gate,
            Optional<UnitId> part,
            Actor actor,
            boolean granted,
            String reason,
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

    /**
     * The newest decision at the gate, compared with what every {@link BindingSource} says now; at a gate decided per
     * part the standing of the first part that is not granted, or of the last.
     */
    Standing standing(ReleaseNumber release, Gate gate);

    /** The same for one part, at a gate that is decided per part. */
    Standing standing(PartId part, Gate gate);

    /** Either of the two. */
    default Standing standing(ReleaseNumber release, Gate gate, Optional<UnitId> part) {
        return part.map(unit -> standing(new PartId(release, unit), gate)).orElseGet(() -> standing(release, gate));
    }

    /** Every decision on a release, oldest first. */
    List<Approval> of(ReleaseNumber release);
}
