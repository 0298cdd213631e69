package slipway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** The append-only ledger of decisions by people, and whether one still stands. */
public interface Approvals {

    /** A decision: bound to a fingerprint for each aspect that it covers. */
    record Approval(
            ReleaseNumber release,
            Gate gate,
            Actor actor,
            boolean granted,
            String reason,
            Map<Aspect, String> bindings,
            Instant at) {}

    /** Whether a gate is passed. */
    sealed interface Standing {}

    /** Granted, and nothing that it covers has changed. */
    record Granted(Approval approval) implements Standing {}

    /** Decided against. */
    record Denied(Approval approval) implements Standing {}

    /** Granted, but this aspect has changed since. */
    record Voided(Approval approval, Aspect changed) implements Standing {}

    /** Not decided. */
    record Missing() implements Standing {}

    /** Records a decision, bound to the present fingerprint of each aspect that the gate covers. */
    void decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason);

    /** The newest decision at the gate, compared with what every {@link BindingSource} says now. */
    Standing standing(ReleaseNumber release, Gate gate);

    /** Every decision on a release, oldest first. */
    List<Approval> of(ReleaseNumber release);
}
