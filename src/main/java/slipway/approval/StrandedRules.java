package slipway.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Standing;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.UnitId;

/** What of a demanded gate is still to be passed, and who counts there already. */
final class StrandedRules {
    private StrandedRules() {}

    /** What of a gate is not passed, if anything: the whole release, or the first such part. */
    static Optional<Optional<UnitId>> open(
            boolean perPart, Collection<UnitId> parts, Function<Optional<UnitId>, Standing> standing) {
        List<Optional<UnitId>> all = perPart ? parts.stream().map(Optional::of).toList() : List.of(Optional.empty());
        return all.stream()
                .filter(part -> !(standing.apply(part) instanceof Granted))
                .findFirst();
    }

    /** Whose word for another group stands at this gate, under whatever account or address it was given. */
    static Set<Actor> counted(
            Demanded demanded, List<Approval> decisions, Predicate<Approval> stands, Persons persons) {
        return decisions.stream()
                .filter(approval -> approval.gate().equals(demanded.gate()))
                .filter(approval -> approval.group()
                        .filter(group -> !group.equals(demanded.group()))
                        .isPresent())
                .filter(stands)
                .flatMap(approval -> persons.doers(approval.actor(), approval.mail()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
