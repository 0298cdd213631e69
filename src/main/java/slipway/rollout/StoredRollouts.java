package slipway.rollout;

import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.IN_ROLLOUT;
import static slipway.release.ReleaseState.PAUSED;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.policy.Policies;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.rollout.RolloutEvent.Kind;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredRollouts implements Rollouts {
    private final Releases releases;
    private final Plans plans;
    private final Policies policies;
    private final Cmdb cmdb;
    private final Openings openings;
    private final WaveGuard guard;
    private final TargetTable targets;
    private final TargetBook book;
    private final RolloutTable rollouts;
    private final LiveRevisions live;
    private final Journal journal;
    private final Clock clock;

    StoredRollouts(
            Releases releases,
            Plans plans,
            Policies policies,
            Cmdb cmdb,
            Openings openings,
            WaveGuard guard,
            TargetTable targets,
            TargetBook book,
            RolloutTable rollouts,
            LiveRevisions live,
            Journal journal,
            Clock clock) {
        this.releases = releases;
        this.plans = plans;
        this.policies = policies;
        this.cmdb = cmdb;
        this.openings = openings;
        this.guard = guard;
        this.targets = targets;
        this.book = book;
        this.rollouts = rollouts;
        this.live = live;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Result start(ReleaseNumber release) {
        if (targets.of(release).isEmpty() || rollouts.threshold(release).isEmpty()) {
            return Result.refused("not-scheduled", "No waves are scheduled for release " + release + ".");
        }
        if (releases.move(release, IN_ROLLOUT) instanceof Result.Refused refused) {
            return refused;
        }
        book.moveAll(
                release,
                state -> state == TargetState.PLANNED || state == TargetState.NOTIFIED,
                TargetState.PREPARED,
                "every coordinator is ready");
        rollouts.note(release, Kind.STARTED, null, null, "");
        journal.append(release, "RolloutStarted", null, Map.of());
        return Result.done();
    }

    @Override
    public void notCleared(ReleaseNumber release) {
        rollouts.note(release, Kind.REFUSED, null, null, "not cleared to go live");
        journal.append(release, "RolloutNotCleared", null, Map.of());
    }

    @Override
    public Next next(ReleaseNumber number) {
        Release release = releases.get(number);
        if (release.state() != IN_ROLLOUT) {
            throw new IllegalStateException("release " + number + " is " + release.state() + ", not in rollout");
        }
        List<Target> all = targets.of(number);
        Optional<Integer> wave = all.stream()
                .filter(target -> target.state().pending())
                .map(Target::wave)
                .min(Comparator.naturalOrder());
        if (wave.isPresent()) {
            return new NextWave(wave.get(), opensAt(number, all, wave.get()));
        }
        return all.stream()
                .filter(target -> target.state() == TargetState.FAILED)
                .map(Target::wave)
                .min(Comparator.naturalOrder())
                .<Next>map(undecided -> new NextWave(undecided, clock.instant()))
                .orElseGet(NoMoreWaves::new);
    }

    @Override
    public WaveStart startWave(ReleaseNumber number, int wave) {
        Release release = releases.get(number);
        List<Target> all = targets.locked(number);
        List<Refusal> reasons = guard.reasons(release, wave, all);
        if (!reasons.isEmpty()) {
            return new Held(reasons);
        }
        UnitRevision revision = release.builtRevision();
        for (Target target : all) {
            if (target.wave() == wave && target.state().waiting()) {
                if (revision.equals(Predecessors.now(cmdb, target))) {
                    book.move(target, TargetState.NOTHING_TO_DO, revision + " is verified there already");
                } else {
                    cmdb.authorise(target.site(), revision, number);
                }
            }
        }
        rollouts.note(number, Kind.WAVE_STARTED, wave, null, "");
        journal.append(number, "WaveStarted", null, Map.of("wave", wave));
        return new Started();
    }

    @Override
    public Result hold(ReleaseNumber number, int wave) {
        String why = guard.reasons(releases.get(number), wave, targets.locked(number)).stream()
                .map(Refusal::reason)
                .collect(Collectors.joining(" "));
        return pause(number, wave, "Wave " + wave + " could not begin. " + why);
    }

    @Override
    public Evaluation evaluate(ReleaseNumber number, int wave) {
        List<Target> planned = targets.locked(number).stream()
                .filter(target -> target.wave() == wave && target.state() != TargetState.NOTHING_TO_DO)
                .toList();
        boolean untried = planned.stream().anyMatch(target -> target.state().pending());
        if (untried || !Waves.running(rollouts.events(number), wave)) {
            return new NotOver(Refusal.of("wave-not-over", "Wave " + wave + " was not begun or not tried everywhere."));
        }
        int failed = (int) planned.stream()
                .filter(target -> target.state() == TargetState.FAILED)
                .count();
        Optional<Threshold> threshold = rollouts.threshold(number);
        if (threshold.isEmpty() || threshold.get().exceededBy(failed, planned.size())) {
            String limit = threshold.map(each -> each.percent() + " %").orElse("a threshold that cannot be read");
            String why =
                    failed + " of " + planned.size() + " sites of wave " + wave + " failed, against " + limit + ".";
            return switch (pause(number, wave, why)) {
                case Result.Done done -> new Stopped(why);
                case Result.Refused no -> new NotOver(no.refusal());
            };
        }
        rollouts.note(number, Kind.WAVE_OVER, wave, null, failed + " of " + planned.size() + " failed");
        journal.append(number, "WavePassed", null, Map.of("wave", wave, "failed", failed, "planned", planned.size()));
        return new Passed(policies.inForce().soak());
    }

    @Override
    public Result finish(ReleaseNumber number) {
        String open = targets.locked(number).stream()
                .filter(target -> !Waves.decided(target.state()))
                .map(target -> target.site() + " is " + target.state())
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            return Result.refused("sites-open", "The rollout of " + number + " is not over: " + open + ".");
        }
        if (releases.move(number, DEPLOYED) instanceof Result.Refused refused) {
            return refused;
        }
        live.supersede(releases.get(number));
        rollouts.note(number, Kind.FINISHED, null, null, "");
        journal.append(number, "RolloutFinished", null, Map.of());
        return Result.done();
    }

    private Result pause(ReleaseNumber number, int wave, String why) {
        if (releases.move(number, PAUSED) instanceof Result.Refused refused) {
            return refused;
        }
        book.moveAll(number, TargetState::waiting, TargetState.NOT_REACHED, "the rollout paused");
        rollouts.note(number, Kind.PAUSED, wave, null, why);
        journal.append(number, "RolloutPaused", null, Map.of("wave", wave, "why", why));
        return Result.done();
    }

    private Instant opensAt(ReleaseNumber number, List<Target> all, int wave) {
        Plan plan = plans.get(number);
        Instant from = plan.start().isBefore(clock.instant()) ? clock.instant() : plan.start();
        List<Site> sites = all.stream()
                .filter(target -> target.wave() == wave && target.state().pending())
                .map(target -> cmdb.site(target.site()))
                .toList();
        // Without an opening the wave starts at once, and its guard names why it may not.
        return openings.first(sites, from, plan.end()).orElse(from);
    }
}
