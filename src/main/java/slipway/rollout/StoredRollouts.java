package slipway.rollout;

import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.PAUSED;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.policy.Policies;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredRollouts implements Rollouts {
    private final Releases releases;
    private final Policies policies;
    private final Soaks soaks;
    private final WaveChecks checks;
    private final WaveSelection selection;
    private final WaveStarts starts;
    private final Pausing pausing;
    private final SitesGivenUp freed;
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final TargetTable targets;
    private final TargetMoves moves;
    private final EventLog events;
    private final Clock clock;

    StoredRollouts(
            Releases releases,
            Policies policies,
            Soaks soaks,
            WaveChecks checks,
            WaveSelection selection,
            WaveStarts starts,
            Pausing pausing,
            SitesGivenUp freed,
            RolloutTable rollouts,
            WaveTable waves,
            TargetTable targets,
            TargetMoves moves,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.policies = policies;
        this.soaks = soaks;
        this.checks = checks;
        this.selection = selection;
        this.starts = starts;
        this.pausing = pausing;
        this.freed = freed;
        this.rollouts = rollouts;
        this.waves = waves;
        this.targets = targets;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Result start(ReleaseNumber release) {
        if (rollouts.locked(release).flatMap(Rollout::scheduledAt).isEmpty()) {
            return Result.refused("not-scheduled", "No waves are scheduled for release " + release + ".");
        }
        if (releases.move(release, IN_ROLLOUT) instanceof Result.Refused refused) {
            return refused;
        }
        moves.all(release, Set.of(TargetState.PLANNED), TargetState.PREPARED, "every coordinator is ready");
        events.append(release, new RolloutEvent.RolloutStarted());
        return Result.done();
    }

    @Override
    public void notCleared(ReleaseNumber release) {
        List<String> unmet = checks.unmet(releases.submitted(release)).stream()
                .map(Refusal::reason)
                .toList();
        List<String> reasons =
                unmet.isEmpty() ? List.of("The rollout could not be started; schedule it again.") : unmet;
        rollouts.notCleared(release, reasons);
        events.append(release, new RolloutEvent.RolloutNotCleared(reasons));
    }

    @Override
    public Next next(ReleaseNumber number) {
        Rollout rollout = rollouts.locked(number).orElseThrow(() -> notInRollout(number));
        SubmittedRelease release = releases.submitted(number);
        if (release.state() == PAUSED) {
            return new Undecided(rollout.pausedBecause());
        }
        if (release.state() != IN_ROLLOUT) {
            throw notInRollout(number);
        }
        List<Target> all = targets.of(number);
        Optional<NextWave> wave = selection.next(release, all);
        if (wave.isPresent()) {
            return wave.get();
        }
        String failed = all.stream()
                .filter(WaveRules::undecided)
                .map(target -> target.where() + " (" + target.reason() + ")")
                .collect(Collectors.joining(", "));
        return failed.isEmpty() ? new NoMoreWaves() : undecided(number, failed);
    }

    private Next undecided(ReleaseNumber number, String failed) {
        String why = "Every wave is over, but these failed: " + failed + ".";
        require(pausing.pause(number, Optional.empty(), why, false));
        return new Undecided(why);
    }

    @Override
    public WaveStart startWave(ReleaseNumber number, int wave) {
        rollouts.locked(number);
        WaveCheck check = checks.of(releases.submitted(number), wave);
        List<Refusal> reasons = WaveRules.reasons(check);
        if (!reasons.isEmpty()) {
            return new Held(reasons);
        }
        int sites = starts.start(check);
        return sites == 0 ? new NothingToInstall() : new Started(sites);
    }

    @Override
    public Result hold(ReleaseNumber number, int wave) {
        rollouts.locked(number);
        SubmittedRelease release = releases.submitted(number);
        if (release.state() == PAUSED) {
            // Somebody stopped it while it waited for the wave; that is the reason.
            return Result.done();
        }
        String why = WaveRules.reasons(checks.of(release, wave)).stream()
                .map(Refusal::reason)
                .collect(Collectors.joining(" "));
        return pausing.pause(number, Optional.of(wave), "Wave " + wave + " could not begin. " + why, false);
    }

    @Override
    public Evaluation evaluate(ReleaseNumber number, int wave) {
        rollouts.locked(number);
        Optional<Wave> found = waves.find(number, wave).filter(each -> each.state() == WaveState.SETTLED);
        if (found.isEmpty()) {
            return new NotOver(Refusal.of("wave-not-over", "Wave " + wave + " was not begun or is not through."));
        }
        Wave settled = found.get();
        Duration soak = policies.version(releases.submitted(number).policy()).soak();
        waves.over(number, wave, settled.watchedUntil(clock.instant(), soak));
        if (!settled.why().isEmpty()) {
            require(pausing.pause(number, Optional.of(wave), settled.why(), settled.raised()));
            return new Stopped(settled.why());
        }
        events.append(
                number, new RolloutEvent.WavePassed(wave, settled.planned(), settled.verified(), settled.failed()));
        return new Passed(settled.watched(soak));
    }

    @Override
    public boolean soaked(ReleaseNumber number, int wave) {
        rollouts.locked(number);
        if (releases.get(number).state() != IN_ROLLOUT) {
            return false;
        }
        soaks.over(number, wave);
        return true;
    }

    @Override
    public Result finish(ReleaseNumber number) {
        rollouts.locked(number);
        Optional<String> open = EverySiteDecided.open(SiteStand.of(targets.of(number)));
        if (open.isPresent()) {
            return Result.refused("sites-open", "The rollout of " + number + " is not over: " + open.get() + ".");
        }
        if (releases.move(number, DEPLOYED) instanceof Result.Refused refused) {
            return refused;
        }
        freed.free(number);
        events.append(number, new RolloutEvent.RolloutFinished());
        return Result.done();
    }

    private static IllegalStateException notInRollout(ReleaseNumber number) {
        return new IllegalStateException("release " + number + " is not in rollout");
    }

    private static void require(Result result) {
        if (result instanceof Result.Refused refused) {
            throw new IllegalStateException(refused.refusal().toString());
        }
    }
}
