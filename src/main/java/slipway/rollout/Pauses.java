package slipway.rollout;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.library.Library;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What a pause is like, from plan, release and sites. */
@Component
class Pauses {
    private static final Set<Rfc.Status> TAKEN_BACK = Set.of(Rfc.Status.WITHDRAWN, Rfc.Status.REJECTED);

    private final Plans plans;
    private final Changes changes;
    private final KeptRfcTable kept;
    private final Library library;
    private final WaveChecks checks;
    private final Clock clock;

    Pauses(Plans plans, Changes changes, KeptRfcTable kept, Library library, WaveChecks checks, Clock clock) {
        this.plans = plans;
        this.changes = changes;
        this.kept = kept;
        this.library = library;
        this.checks = checks;
        this.clock = clock;
    }

    Pause of(SubmittedRelease release, List<Target> targets) {
        Plan plan = plans.get(release.number());
        List<Rfc> takenBack = takenBack(release);
        Set<UnitId> there = SiteRules.kept(targets);
        boolean inRollout = release.stoppedIn().equals(Optional.of(ReleaseState.IN_ROLLOUT));
        return new Pause(
                inRollout,
                targets.stream().anyMatch(WaveRules::undecided),
                SiteStand.of(targets).stream().anyMatch(SiteStand::halfWay),
                !clock.instant().isBefore(plan.end()),
                NoReturn.passed(plan.pointOfNoReturn(), targets),
                numbers(takenBack, rfc -> true),
                numbers(takenBack, rfc -> there.contains(rfc.unit())),
                barred(release),
                inRollout ? changed(release, targets) : Optional.empty());
    }

    /** Asked of the wave that would come first, with its failed sites: to go on without them is refused anyway. */
    private Optional<Refusal> changed(SubmittedRelease release, List<Target> targets) {
        List<Target> again = SiteRules.planAgain(SiteStand.of(targets), true).toList();
        return checks.changed(release, ToCome.firstWave(again).toList());
    }

    /** Those that nobody decided on yet. */
    private List<Rfc> takenBack(SubmittedRelease release) {
        Set<RfcNumber> decided = kept.of(release.number());
        return release.rfcs().stream()
                .filter(number -> !decided.contains(number))
                .flatMap(number -> changes.find(number).stream())
                .filter(rfc -> TAKEN_BACK.contains(rfc.status()))
                .sorted(Comparator.comparing(rfc -> rfc.number().value()))
                .toList();
    }

    private static List<RfcNumber> numbers(List<Rfc> rfcs, Predicate<Rfc> which) {
        return rfcs.stream().filter(which).map(Rfc::number).toList();
    }

    private List<UnitRevision> barred(SubmittedRelease release) {
        return release.revisions().stream()
                .filter(revision -> library.find(revision)
                        .filter(Library.Holding::mayBeInstalled)
                        .isEmpty())
                .toList();
    }
}
