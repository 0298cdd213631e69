package slipway.approval.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.DemandedGates;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.OpenDemands;
import slipway.release.GoLiveCondition;
import slipway.release.MoveCondition;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/**
 * Every gate that the table {@code required-approvals} demanded of this release is passed before the state that the
 * table names, and all of them still stand when it goes live.
 */
@Component
class RequiredGatesPassed implements GoLiveCondition, MoveCondition {
    private final DemandedGates demanded;
    private final OpenDemands open;

    RequiredGatesPassed(DemandedGates demanded, OpenDemands open) {
        this.demanded = demanded;
        this.open = open;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        List<Demanded> all = demanded.of(release.number());
        return all.isEmpty()
                ? Optional.of(
                        Refusal.of("no-gates", "No gate is demanded of this release, and every release needs one."))
                : open(release, all);
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release, ReleaseState to) {
        Predicate<Demanded> due = gate -> gate.before().map(to::equals).orElse(true);
        return open(release, demanded.of(release.number()).stream().filter(due).toList());
    }

    private Optional<Refusal> open(SubmittedRelease release, List<Demanded> due) {
        List<Refusal> refusals = open.of(release, due);
        return refusals.stream()
                .findFirst()
                .map(first -> Refusal.of(
                        first.rule(), refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "))));
    }
}
