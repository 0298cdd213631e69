package slipway.interruption;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.planning.Plans;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.rollout.Stops;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** A revision that is recalled, and what that does to the releases that deliver it or brought it to sites. */
@Component
class Recalls {
    private static final Comparator<ReleaseNumber> BY_NUMBER = Comparator.comparing(ReleaseNumber::value);

    private final Library library;
    private final Cmdb cmdb;
    private final Releases releases;
    private final Plans plans;
    private final Stops stops;
    private final WaysOut waysOut;
    private final EventLog events;

    Recalls(Library library, Cmdb cmdb, Releases releases, Plans plans, Stops stops, WaysOut waysOut, EventLog events) {
        this.library = library;
        this.cmdb = cmdb;
        this.releases = releases;
        this.plans = plans;
        this.stops = stops;
        this.waysOut = waysOut;
        this.events = events;
    }

    sealed interface Outcome {}

    record Recalled(List<Interruption> interruptions) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    Outcome recall(UnitId unit, String version, Actor actor, String reason) {
        Optional<Library.Holding> found = RecallRules.ofVersion(library.of(unit), version);
        Optional<Refusal> refusal = RecallRules.notRecalled(unit, version, found);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Map<UnitRevision, Set<ReleaseNumber>> concerned =
                concerned(found.orElseThrow().revision());
        concerned.values().stream()
                .flatMap(Set::stream)
                .sorted(BY_NUMBER)
                .distinct()
                .forEach(stops::hold);
        for (UnitRevision revision : concerned.keySet()) {
            if (library.recall(revision, actor, reason) instanceof Result.Refused no) {
                return new Refused(no.refusal());
            }
        }
        Set<Interruption> all = new LinkedHashSet<>();
        concerned.forEach((revision, releases) -> releases.forEach(
                release -> concerns(release, revision, actor, reason).ifPresent(all::add)));
        return new Recalled(List.copyOf(all));
    }

    /** By each revision that has the same files. */
    private Map<UnitRevision, Set<ReleaseNumber>> concerned(UnitRevision recalled) {
        Map<UnitRevision, Set<ReleaseNumber>> concerned = new LinkedHashMap<>();
        RecallRules.sameFiles(library.of(recalled.unit()), recalled)
                .forEach(
                        holding -> concerned.put(holding.revision(), concerned(holding.revision(), holding.release())));
        return concerned;
    }

    /** Open releases that deliver, make or return to it, and those that brought it to where it runs; by number. */
    private Set<ReleaseNumber> concerned(UnitRevision revision, @Nullable ReleaseNumber maker) {
        Set<ReleaseNumber> all = new TreeSet<>(BY_NUMBER);
        releases.open(revision.unit()).stream()
                .filter(release -> RecallRules.delivers(release, revision)
                        || !returning(release.number(), revision).isEmpty())
                .map(SubmittedRelease::number)
                .forEach(all::add);
        // It may be on its way into the library only.
        Optional.ofNullable(maker)
                .filter(release -> !releases.get(release).state().ended())
                .ifPresent(all::add);
        RecallRules.broughtBy(cmdb.of(revision.unit()), revision).forEach(all::add);
        return all;
    }

    private Optional<Interruption> concerns(ReleaseNumber number, UnitRevision revision, Actor actor, String reason) {
        SubmittedRelease release = releases.submitted(number);
        List<SiteId> returning = RecallRules.mayReturn(release.state()) ? returning(number, revision) : List.of();
        if (RecallRules.takesWayBack(release, revision, returning)) {
            return wayBack(release, revision, returning, actor, reason);
        }
        InterruptionRules.Effect effect = RecallRules.effect(release, revision);
        List<SiteId> running = running(revision, release);
        String why = revision + " was recalled: " + reason;
        events.append(
                number,
                actor,
                new InterruptionEvent.DeliveredRevisionRecalled(revision, running, reason, effect.words()));
        return switch (effect) {
            case STANDS -> waysOut.halt(number, actor, why);
            case MAKES_PART_AGAIN -> Optional.of(madeAgain(number, revision.unit(), why));
            case CONFIRMS_SCOPE_AGAIN,
                    PLANS_AGAIN,
                    STOOD_ALREADY,
                    RETURNS_ALREADY,
                    REPAIRED_FIRST,
                    RETURNS_UNREHEARSED,
                    NONE -> Optional.empty();
        };
    }

    private Optional<Interruption> wayBack(
            SubmittedRelease release, UnitRevision revision, List<SiteId> sites, Actor actor, String reason) {
        ReleaseNumber number = release.number();
        InterruptionRules.Effect effect = InterruptionRules.wayBackRecalled(release.state());
        String why = revision + ", which its sites would return to, was recalled: " + reason;
        events.append(number, actor, new InterruptionEvent.WayBackRecalled(revision, sites, reason, effect.words()));
        return switch (effect) {
            case STANDS -> waysOut.halt(number, actor, why);
            case PLANS_AGAIN -> {
                waysOut.goBack(number, ReleaseState.SUBMITTED, why);
                yield Optional.of(new Interruption(number, Interruption.Kind.REVISION_RECALLED));
            }
            case CONFIRMS_SCOPE_AGAIN,
                    MAKES_PART_AGAIN,
                    STOOD_ALREADY,
                    RETURNS_ALREADY,
                    REPAIRED_FIRST,
                    RETURNS_UNREHEARSED,
                    NONE -> Optional.empty();
        };
    }

    /** The sites that the newest plan of a release returns to it. */
    private List<SiteId> returning(ReleaseNumber release, UnitRevision revision) {
        return RecallRules.returning(plans.find(release), revision);
    }

    private Interruption madeAgain(ReleaseNumber release, UnitId unit, String why) {
        waysOut.goBack(release, ReleaseState.IN_BUILD, why);
        if (releases.rework(new PartId(release, unit), why) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
        return new Interruption(release, Interruption.Kind.REVISION_RECALLED);
    }

    private List<SiteId> running(UnitRevision revision, SubmittedRelease release) {
        return RecallRules.running(cmdb.of(revision.unit()), revision, release);
    }
}
