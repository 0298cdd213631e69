package slipway.approval;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.Approvals.Voided;
import slipway.shared.UnitId;

/** Whether a decision still stands: what it was given for, compared with what is true now. */
final class Standings {
    private Standings() {}

    /**
     * What a decision binds to, in a fixed order: each aspect as a whole, or once for each of these parts. A part that
     * left the release is asked about no more; one that came since is.
     */
    static Stream<Bound> bounds(Set<Aspect> covers, Collection<UnitId> parts) {
        return covers.stream()
                .sorted()
                .flatMap(aspect -> aspect.perPart()
                        ? parts.stream().map(part -> Bound.of(aspect, part))
                        : Stream.of(Bound.whole(aspect)));
    }

    /**
     * The newest decision as it stands. What nobody answers for, then or now, counts as changed: what cannot be compared
     * cannot stand.
     */
    static Standing of(
            Optional<Approval> newest, Set<Aspect> covers, Collection<UnitId> parts, Map<Bound, String> now) {
        return newest.map(approval -> of(approval, bounds(covers, parts), now)).orElseGet(Missing::new);
    }

    /** The same for one that binds to what was known when it was made: what became known since is no change. */
    static Standing ofKnown(
            Optional<Approval> newest, Set<Aspect> covers, Collection<UnitId> parts, Map<Bound, String> now) {
        return newest.map(approval -> of(approval, bounds(covers, parts).filter(approval.bindings()::containsKey), now))
                .orElseGet(Missing::new);
    }

    private static Standing of(Approval approval, Stream<Bound> bounds, Map<Bound, String> now) {
        if (!approval.granted()) {
            return new Denied(approval);
        }
        return bounds.filter(bound -> !now.containsKey(bound)
                        || !Objects.equals(now.get(bound), approval.bindings().get(bound)))
                .findFirst()
                .<Standing>map(bound -> new Voided(approval, bound))
                .orElseGet(() -> new Granted(approval));
    }

    /** Of several the first that is not granted, or the last. */
    static Standing worst(Stream<Standing> standings) {
        return standings
                .reduce((one, next) -> one instanceof Granted ? next : one)
                .orElseGet(Missing::new);
    }
}
