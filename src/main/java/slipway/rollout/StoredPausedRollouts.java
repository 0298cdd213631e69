package slipway.rollout;

import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.PAUSED;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.event.EventLog;
import slipway.identity.People;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Component
@Transactional
class StoredPausedRollouts implements PausedRollouts {
    private final Releases releases;
    private final People people;
    private final SitesGivenUp freed;
    private final Pauses pauses;
    private final Changes changes;
    private final WaysBack waysBack;
    private final TargetTable targets;
    private final TargetMoves moves;
    private final RolloutTable rollouts;
    private final BackOutTable backOuts;
    private final KeptRfcTable kept;
    private final Words words;
    private final EventLog events;
    private final Clock clock;

    StoredPausedRollouts(
            Releases releases,
            People people,
            SitesGivenUp freed,
            Pauses pauses,
            Changes changes,
            WaysBack waysBack,
            TargetTable targets,
            TargetMoves moves,
            RolloutTable rollouts,
            BackOutTable backOuts,
            KeptRfcTable kept,
            Words words,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.people = people;
        this.freed = freed;
        this.pauses = pauses;
        this.changes = changes;
        this.waysBack = waysBack;
        this.targets = targets;
        this.moves = moves;
        this.rollouts = rollouts;
        this.backOuts = backOuts;
        this.kept = kept;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Situation situation(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        List<Target> all = targets.of(number);
        Pause pause = pauses.of(release, all);
        List<Rfc> removers = removers(pause, release);
        return new Situation(
                rollouts.find(number).map(Rollout::pausedBecause).orElse(""),
                SinceThen.of(events.of(number)),
                pause.takenBack(),
                pause.toRemove(),
                removers,
                words.of(number).stream().map(word -> said(word, pause)).toList(),
                Arrays.stream(PausedDecision.values())
                        .map(decision -> need(decision, pause, removers))
                        .toList(),
                waysBack.of(release, PausedDecision.BACK_OUT_ALL, SiteStand.of(all))
                        .shown());
    }

    private static Said said(Word word, Pause pause) {
        String removing = word.removedBy().isEmpty() ? "" : ", removed by " + RolloutWords.names(word.removedBy());
        String gone = PausedRules.notTheirs(word.decision(), pause, word.groups())
                .map(refusal -> " (no longer theirs to say)")
                .orElse("");
        return new Said(word.actor(), word.decision().words() + removing + gone, word.reason());
    }

    private Need need(PausedDecision decision, Pause pause, List<Rfc> removers) {
        Set<RfcNumber> every = removers.stream().map(Rfc::number).collect(Collectors.toUnmodifiableSet());
        return new Need(
                decision.words(),
                PausedRules.unfit(decision, pause)
                        .or(() -> PausedRules.notRemoved(decision, pause, every, removers, units(pause)))
                        .map(refusal -> "not possible: " + refusal.reason())
                        .orElseGet(() -> PausedRules.needed(decision, pause).words()));
    }

    @Override
    public Answer decide(
            ReleaseNumber number, Actor actor, PausedDecision decision, String reason, Set<RfcNumber> removedBy) {
        rollouts.locked(number);
        SubmittedRelease release = releases.submitted(number);
        if (release.state() != PAUSED) {
            return new NotDecided(Refusal.of("state-table", "The rollout of " + number + " is not paused."));
        }
        if (backOuts.open(number).isPresent()) {
            return new NotDecided(Refusal.of("back-out-open", "Sites are being returned; wait until that is over."));
        }
        Pause pause = pauses.of(release, targets.of(number));
        Set<String> groups = words.groups(actor);
        Word word = new Word(
                actor, decision, groups, reason, List.copyOf(PausedRules.removing(decision, pause, removedBy)));
        Optional<Refusal> refusal = PausedRules.unfit(decision, pause)
                .or(() -> PausedRules.notTheirs(decision, pause, groups))
                .or(() -> PausedRules.notRemoved(decision, pause, removedBy, removers(pause, release), units(pause)))
                .or(() -> PausedRules.saidAlready(decision, actor, words.same(number, word), people.persons()));
        if (refusal.isPresent()) {
            return new NotDecided(refusal.get());
        }
        words.say(number, word, clock.instant());
        return weigh(number, word, pause);
    }

    private List<Rfc> removers(Pause pause, SubmittedRelease release) {
        return PausedRules.removers(changes.open(units(pause)), release.rfcs());
    }

    /** Of which sites have what was taken back. */
    private Set<UnitId> units(Pause pause) {
        return pause.toRemove().stream()
                .flatMap(number -> changes.find(number).stream())
                .map(Rfc::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Answer weigh(ReleaseNumber number, Word last, Pause pause) {
        PausedDecision decision = last.decision();
        List<Word> said = words.same(number, last);
        List<String> missing = PausedRules.missing(decision, pause, said, people.persons()).stream()
                .map(PausedRules::title)
                .toList();
        if (!missing.isEmpty()) {
            events.append(
                    number, last.actor(), new RolloutEvent.PausedDecisionProposed(decision, last.reason(), missing));
            return new Proposed(missing);
        }
        List<Word> counted = PausedRules.counted(decision, pause, said, last.actor());
        List<Actor> by = counted.stream().map(Word::actor).toList();
        String why = counted.stream().map(Word::reason).collect(Collectors.joining(" / "));
        rollouts.decided(number, decision, by, why);
        if (decision.goesOn() || decision == PausedDecision.END_HERE) {
            kept.keep(number, pause.takenBack());
        }
        words.forget(number);
        events.append(number, last.actor(), new RolloutEvent.PausedRolloutDecided(decision, why, by, last.removedBy()));
        return new Decided();
    }

    @Override
    public Result resume(ReleaseNumber number) {
        Optional<Rollout> rollout = rollouts.locked(number);
        Optional<PausedDecision> decision = rollout.flatMap(Rollout::toCarryOut).filter(PausedDecision::goesOn);
        if (decision.isEmpty()) {
            return Result.refused("not-decided", "Nobody decided to go on with the rollout of " + number + ".");
        }
        SubmittedRelease release = releases.submitted(number);
        if (releases.move(number, release.stoppedIn().orElse(IN_ROLLOUT)) instanceof Result.Refused refused) {
            return refused;
        }
        if (release.stoppedIn().equals(Optional.of(IN_ROLLOUT))) {
            boolean retry = decision.get() == PausedDecision.RETRY;
            moves.planAgain(
                    SiteRules.planAgain(SiteStand.of(targets.of(number)), retry).toList(), "the rollout goes on");
        }
        rollouts.carriedOut(number);
        rollouts.wentOn(number, clock.instant());
        events.append(
                number,
                new RolloutEvent.RolloutResumed(
                        decision.get(),
                        rollout.map(Rollout::decidedBy).orElse(List.of()),
                        rollout.map(Rollout::reason).orElse("")));
        return Result.done();
    }

    @Override
    public Result endHere(ReleaseNumber number) {
        Rollout rollout = rollouts.locked(number).orElseThrow();
        if (!rollout.toCarryOut().equals(Optional.of(PausedDecision.END_HERE))) {
            return Result.refused("not-decided", "Nobody decided to end the rollout of " + number + " here.");
        }
        ReleaseState stoppedIn = releases.submitted(number).stoppedIn().orElse(IN_ROLLOUT);
        boolean early = stoppedIn == IN_ROLLOUT;
        if (releases.move(number, early ? DEPLOYED : stoppedIn) instanceof Result.Refused refused) {
            return refused;
        }
        rollouts.carriedOut(number);
        if (!early) {
            // What is left of its early life follows.
            rollouts.wentOn(number, clock.instant());
        }
        List<SiteId> notReached = SiteRules.notReached(SiteStand.of(targets.of(number)));
        moves.neverReached(number, "the rollout ended early: " + rollout.reason());
        freed.free(number);
        changes.yield(number, Set.copyOf(notReached));
        events.append(number, new RolloutEvent.RolloutEndedEarly(rollout.reason(), notReached, rollout.decidedBy()));
        return Result.done();
    }
}
