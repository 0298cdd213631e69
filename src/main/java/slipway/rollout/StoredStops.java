package slipway.rollout;

import static slipway.release.ReleaseState.IN_ROLLOUT;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredStops implements Stops {
    private final Releases releases;
    private final People people;
    private final Cmdb cmdb;
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final TargetTable targets;
    private final BackOutTable backOuts;
    private final WaveEnds ends;
    private final Pausing pausing;
    private final EventLog events;

    StoredStops(
            Releases releases,
            People people,
            Cmdb cmdb,
            RolloutTable rollouts,
            WaveTable waves,
            TargetTable targets,
            BackOutTable backOuts,
            WaveEnds ends,
            Pausing pausing,
            EventLog events) {
        this.releases = releases;
        this.people = people;
        this.cmdb = cmdb;
        this.rollouts = rollouts;
        this.waves = waves;
        this.targets = targets;
        this.backOuts = backOuts;
        this.ends = ends;
        this.pausing = pausing;
        this.events = events;
    }

    @Override
    public Result stop(ReleaseNumber number, Actor actor, String reason) {
        rollouts.locked(number);
        Release release = releases.get(number);
        Optional<Refusal> refusal = StopRules.nothingToStop(release.state())
                .or(() -> StopRules.notAllowed(groups(actor), coordinates(actor, release)));
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        if (reason.isBlank()) {
            return Result.refusedAt("reason", "reason-missing", "Say why the rollout is stopped.");
        }
        return stopped(release, actor, reason, "Stopped by " + people.name(actor) + ": " + reason, false, false);
    }

    @Override
    public Result halt(ReleaseNumber number, Actor actor, String why) {
        return halt(number, actor, why, false);
    }

    @Override
    public Result haltBetweenSites(ReleaseNumber number, Actor actor, String why) {
        return halt(number, actor, why, true);
    }

    private Result halt(ReleaseNumber number, Actor actor, String why, boolean sitesFinish) {
        rollouts.locked(number);
        Release release = releases.get(number);
        Optional<Refusal> refusal = StopRules.nothingToStop(release.state());
        return refusal.isPresent()
                ? new Result.Refused(refusal.get())
                : stopped(release, actor, why, why, true, sitesFinish);
    }

    @Override
    public Result giveUp(ReleaseNumber number) {
        Optional<Rollout> rollout = rollouts.locked(number);
        SubmittedRelease release = releases.submitted(number);
        boolean among = release.state() == IN_ROLLOUT || release.stoppedIn().equals(Optional.of(IN_ROLLOUT));
        boolean switched = rollouts.activated(number)
                || targets.of(number).stream().anyMatch(target -> target.activated() || target.halfDone());
        boolean working = waves.openLocked(number).isPresent()
                || backOuts.open(number).isPresent()
                || rollout.flatMap(Rollout::toCarryOut).isPresent();
        return StopRules.notGivenUp(release.state(), among, switched, working)
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> releases.giveUp(number));
    }

    @Override
    public void hold(ReleaseNumber number) {
        rollouts.locked(number);
        releases.hold(number);
    }

    private Result stopped(
            Release release, Actor actor, String reason, String why, boolean consequence, boolean sitesFinish) {
        ReleaseNumber number = release.number();
        Optional<Wave> wave = waves.openLocked(number);
        StopRules.Effect effect = StopRules.effect(release.state(), wave.map(Wave::state));
        events.append(
                number, actor, new RolloutEvent.RolloutStopped(release.state().words(), reason, consequence));
        return switch (effect) {
            case STOPS_WAVE, PAUSES_AFTER_WAVE -> {
                ends.stop(number, wave.orElseThrow(), why, sitesFinish);
                yield Result.done();
            }
            case PAUSES -> pausing.pause(number, Optional.empty(), why, true);
        };
    }

    private Set<String> groups(Actor actor) {
        return people.find(actor).map(Person::groups).orElse(Set.of());
    }

    private boolean coordinates(Actor actor, Release release) {
        return release instanceof SubmittedRelease submitted
                && cmdb.sites().stream()
                        .anyMatch(site -> site.coordinator().equals(actor)
                                && submitted.sites().contains(site.id()));
    }
}
