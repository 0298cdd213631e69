package slipway.interruption;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.Rfc;
import slipway.event.EventLog;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.Stops;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredInterruptions implements Interruptions {
    private final Releases releases;
    private final Stops stops;
    private final Withdrawals withdrawals;
    private final Recalls recalls;
    private final WaysOut waysOut;
    private final People people;
    private final InterruptionTable table;
    private final EventLog events;
    private final Clock clock;

    StoredInterruptions(
            Releases releases,
            Stops stops,
            Withdrawals withdrawals,
            Recalls recalls,
            WaysOut waysOut,
            People people,
            InterruptionTable table,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.stops = stops;
        this.withdrawals = withdrawals;
        this.recalls = recalls;
        this.waysOut = waysOut;
        this.people = people;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Answer stop(ReleaseNumber number, Actor actor, String reason) {
        return known(number).<Answer>map(NotRaised::new).orElseGet(() -> switch (stops.stop(number, actor, reason)) {
            case Result.Done done -> raised(waysOut.stands(number).stream().toList());
            case Result.Refused no -> new NotRaised(no.refusal());
        });
    }

    @Override
    public Answer reportIncident(ReleaseNumber number, Actor actor, String incident, String what) {
        Optional<Refusal> refusal = known(number)
                .or(() -> InterruptionRules.notTheirs(
                        groups(actor), Roles.INCIDENT_MANAGER, "That a release causes a serious incident"))
                .or(() -> InterruptionRules.notLive(releases.get(number).state()));
        if (refusal.isPresent()) {
            return new NotRaised(refusal.get());
        }
        String effect = InterruptionRules.incident(releases.get(number).state()).words();
        events.append(number, actor, new InterruptionEvent.SeriousIncidentReported(incident, what, effect));
        return raised(waysOut.halt(number, actor, "Serious incident " + incident + ": " + what).stream()
                .toList());
    }

    @Override
    public Answer cancel(ReleaseNumber number, Actor actor, String reason) {
        Optional<Refusal> unknown = known(number);
        if (unknown.isPresent()) {
            return new NotRaised(unknown.get());
        }
        Set<String> groups = groups(actor);
        Release release = releases.get(number);
        Optional<Refusal> refusal = InterruptionRules.mayNotCancel(groups, release.state());
        if (refusal.isPresent()) {
            return new NotRaised(refusal.get());
        }
        ReleaseState end = InterruptionRules.cancelled(groups, release.state());
        return switch (release.state().amongWaves() ? stops.giveUp(number) : releases.move(number, end)) {
            case Result.Refused no -> new NotRaised(no.refusal());
            case Result.Done done -> {
                waysOut.leave(number);
                events.append(number, actor, new InterruptionEvent.ReleaseCancelled(end, reason));
                yield raised(List.of(new Interruption(number, Interruption.Kind.CANCELLED)));
            }
        };
    }

    @Override
    public Answer reschedule(ReleaseNumber number, Actor actor, ReleaseState to, String reason) {
        Optional<Refusal> refusal = known(number)
                .or(() -> InterruptionRules.notTheirs(
                        groups(actor), Roles.RELEASE_MANAGER, "To have a release planned again"))
                .or(() -> InterruptionRules.notRescheduled(releases.get(number).state(), to));
        if (refusal.isPresent()) {
            return new NotRaised(refusal.get());
        }
        waysOut.goBack(number, to, people.name(actor) + " has it planned again: " + reason);
        events.append(number, actor, new InterruptionEvent.ReleaseRescheduled(to, reason));
        return raised(List.of(new Interruption(number, Interruption.Kind.RESCHEDULED)));
    }

    @Override
    public Answer takeBack(RfcNumber rfc, Actor actor, Rfc.Status as, String reason) {
        Optional<Refusal> refusal =
                InterruptionRules.notTheirs(groups(actor), Roles.CHANGE_MANAGER, "To take an RFC back or to reject it");
        if (refusal.isPresent()) {
            return new NotRaised(refusal.get());
        }
        return switch (withdrawals.takeBack(rfc, actor, as, reason)) {
            case Withdrawals.Refused no -> new NotRaised(no.refusal());
            case Withdrawals.TakenBack done -> raised(done.interruptions());
        };
    }

    @Override
    public Answer recall(UnitId unit, String version, Actor actor, String reason) {
        Optional<Refusal> refusal =
                InterruptionRules.notTheirs(groups(actor), Roles.SECURITY_OFFICER, "To recall a revision");
        if (refusal.isPresent()) {
            return new NotRaised(refusal.get());
        }
        return recalled(unit, version, actor, reason);
    }

    @Override
    public Answer quarantined(UnitRevision revision, Actor officer, String what) {
        String reason = "a later scan found something in it" + (what.isBlank() ? "" : ": " + what);
        return recalled(revision.unit(), revision.version(), officer, reason);
    }

    private Answer recalled(UnitId unit, String version, Actor actor, String reason) {
        return switch (recalls.recall(unit, version, actor, reason)) {
            case Recalls.Refused no -> new NotRaised(no.refusal());
            case Recalls.Recalled done -> raised(done.interruptions());
        };
    }

    private Raised raised(List<Interruption> interruptions) {
        List<ReleaseNumber> numbers = new ArrayList<>();
        interruptions.forEach(each -> numbers.add(each.release()));
        return new Raised(table.raise(interruptions, clock.instant()), numbers);
    }

    @Override
    public boolean tell(long raise, int place, Predicate<Interruption> told) {
        Optional<Interruption> untold = table.untold(raise, place);
        if (untold.isEmpty()) {
            return true;
        }
        boolean reached = over(untold.get()) || told.test(untold.get());
        if (reached) {
            table.told(raise, place, clock.instant());
        }
        return reached;
    }

    /** It stood, and people had it go on before its process heard of it. */
    private boolean over(Interruption interruption) {
        stops.hold(interruption.release());
        return interruption.kind() == Interruption.Kind.STOPPED
                && releases.get(interruption.release()).state() != ReleaseState.PAUSED;
    }

    /** Locked, where there is one, so that what is decided on its state stays so. */
    private Optional<Refusal> known(ReleaseNumber number) {
        boolean known = releases.find(number).isPresent();
        if (known) {
            stops.hold(number);
        }
        return known
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "release", "release-unknown", "There is no release " + number + "; look its number up."));
    }

    private Set<String> groups(Actor actor) {
        return people.find(actor).map(Person::groups).orElse(Set.of());
    }
}
