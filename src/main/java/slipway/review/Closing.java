package slipway.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** Ends a release: works out its outcome, then the RFCs that it delivered follow. */
@Component
class Closing {
    private final Releases releases;
    private final Changes changes;
    private final SiteTargets targets;
    private final ObjectProvider<OutcomeSource> sources;

    Closing(Releases releases, Changes changes, SiteTargets targets, ObjectProvider<OutcomeSource> sources) {
        this.releases = releases;
        this.changes = changes;
        this.targets = targets;
        this.sources = sources;
    }

    Result close(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        Optional<Outcome> outcome = Outcomes.worst(sources.stream()
                .flatMap(source -> source.proposes(release).stream())
                .collect(Collectors.toSet()));
        if (outcome.isEmpty()) {
            return Result.refused("no-outcome", "Nothing here can tell how release " + number + " went.");
        }
        Result closed = releases.close(number, outcome.get());
        if (closed instanceof Result.Done && Outcomes.delivered(outcome.get())) {
            changes.implemented(number, delivered(release));
        }
        return closed;
    }

    private Set<RfcNumber> delivered(SubmittedRelease release) {
        Map<RfcNumber, UnitId> rfcs = rfcs(release);
        return Delivery.of(rfcs, ended(release.number())).stream()
                .filter(rfc -> Delivery.complete(everywhere(rfc, Objects.requireNonNull(rfcs.get(rfc)))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By release, the part that was to bring the RFC, at each site. */
    private List<List<Target>> everywhere(RfcNumber rfc, UnitId unit) {
        return changes.everClaimedBy(rfc).stream()
                .map(claimant -> targets.of(claimant).stream()
                        .filter(target -> target.unit().equals(unit))
                        .toList())
                .toList();
    }

    private Map<RfcNumber, UnitId> rfcs(SubmittedRelease release) {
        return release.rfcs().stream()
                .flatMap(number -> changes.find(number).stream())
                .collect(Collectors.toMap(Rfc::number, Rfc::unit));
    }

    private Map<UnitId, Set<TargetState>> ended(ReleaseNumber number) {
        return targets.of(number).stream()
                .collect(Collectors.groupingBy(
                        Target::unit, Collectors.mapping(Target::state, Collectors.toUnmodifiableSet())));
    }
}
