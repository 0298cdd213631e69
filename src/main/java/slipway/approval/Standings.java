package slipway.approval;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.Approvals.Voided;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
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

    /** What a decision binds to that is made now: all that it covers and somebody answers for, but nothing left over. */
    static Map<Bound, String> bindings(
            Set<Aspect> covers, Collection<UnitId> parts, Map<Bound, String> now, Set<Aspect> leftOver) {
        return bounds(covers, parts)
                .filter(bound -> now.containsKey(bound) && !leftOver.contains(bound.aspect()))
                .collect(Collectors.toMap(bound -> bound, now::get));
    }

    /** Of the newest decisions the one at this gate on this part, or for this group. */
    static Optional<Approval> at(Gate gate, Optional<UnitId> part, Optional<String> group, Stream<Approval> newest) {
        return newest.filter(approval -> approval.gate().equals(gate)
                        && approval.part().equals(part)
                        && approval.group().equals(group))
                .findFirst();
    }

    /** Whether people are told when it falls: before the rollout, of what the release still has. */
    static boolean watched(SubmittedRelease release, Approval approval) {
        return release.state().compareTo(ReleaseState.IN_ROLLOUT) < 0
                && approval.part().map(unit -> has(release, unit)).orElse(true);
    }

    private static boolean has(SubmittedRelease release, UnitId unit) {
        return release.parts().stream().anyMatch(part -> part.unit().equals(unit));
    }

    /** Of several the first that is not granted, or the last. */
    static Standing worst(Stream<Standing> standings) {
        return standings
                .reduce((one, next) -> one instanceof Granted ? next : one)
                .orElseGet(Missing::new);
    }
}
