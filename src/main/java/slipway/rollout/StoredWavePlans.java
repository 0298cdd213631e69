package slipway.rollout;

import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.SCHEDULED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.event.EventLog;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;

@Component
@Transactional
class StoredWavePlans implements WavePlans {
    private final Releases releases;
    private final Cmdb cmdb;
    private final ScheduleChecks checks;
    private final TargetTable targets;
    private final RolloutTable rollouts;
    private final EventLog events;
    private final Clock clock;

    StoredWavePlans(
            Releases releases,
            Cmdb cmdb,
            ScheduleChecks checks,
            TargetTable targets,
            RolloutTable rollouts,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.cmdb = cmdb;
        this.checks = checks;
        this.targets = targets;
        this.rollouts = rollouts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int siteCount(ReleaseNumber release) {
        return releases.submitted(release).sites().size();
    }

    @Override
    public String propose(ReleaseNumber release, int pilotSites, int sitesPerWave) {
        return WaveText.write(WaveProposal.of(scope(releases.submitted(release)), pilotSites, sitesPerWave));
    }

    @Override
    public Optional<String> arranged(ReleaseNumber release) {
        List<List<SiteId>> waves = ScheduleRules.waves(targets.of(release));
        return waves.isEmpty() ? Optional.empty() : Optional.of(WaveText.write(waves));
    }

    @Override
    public Result arrange(ReleaseNumber number, Actor actor, String text) {
        SubmittedRelease release = releases.submitted(number);
        Optional<Refusal> settled = ScheduleRules.settled(release.state());
        if (settled.isPresent()) {
            return new Result.Refused(settled.get());
        }
        return switch (WaveText.read(text, scope(release))) {
            case WaveText.Wrong wrong -> new Result.Refused(wrong.refusal());
            case WaveText.Waves waves -> {
                rollouts.arranged(number);
                targets.replace(number, ScheduleRules.targets(release, waves.sites(), clock.instant()));
                events.append(
                        number,
                        actor,
                        new RolloutEvent.WavesArranged(
                                WaveText.write(waves.sites()).lines().toList()));
                yield Result.done();
            }
        };
    }

    @Override
    public Result cancel(ReleaseNumber number, Actor actor, String reason) {
        return leave(number, actor, reason, CANCELLED, new RolloutEvent.WavesGivenUp(reason));
    }

    @Override
    public Result replan(ReleaseNumber number, Actor actor, String reason) {
        boolean before = events.count(number, RolloutEvent.RolloutScheduled.class) > 0;
        return leave(number, actor, reason, SUBMITTED, new RolloutEvent.WavesSentBack(reason, before));
    }

    private Result leave(ReleaseNumber number, Actor actor, String reason, ReleaseState to, RolloutEvent told) {
        Optional<Refusal> unexplained = ScheduleRules.unexplained(reason);
        if (unexplained.isPresent()) {
            return new Result.Refused(unexplained.get());
        }
        Result moved = releases.move(number, to);
        if (moved instanceof Result.Done) {
            events.append(number, actor, told);
        }
        return moved;
    }

    @Override
    public List<Refusal> conflicts(ReleaseNumber release) {
        return checks.conflicts(releases.submitted(release), targets.of(release));
    }

    @Override
    public List<String> sentBackBecause(ReleaseNumber release) {
        return checks.sentBackBecause(release);
    }

    @Override
    public Result schedule(ReleaseNumber number, Optional<Thresholds> thresholds) {
        SubmittedRelease release = releases.submitted(number);
        List<Target> arranged = targets.of(number);
        Optional<Refusal> incomplete = ScheduleRules.incomplete(number, arranged, thresholds);
        if (incomplete.isPresent()) {
            return new Result.Refused(incomplete.get());
        }
        List<Refusal> conflicts = checks.conflicts(release, arranged);
        if (!conflicts.isEmpty()) {
            return new Result.Refused(conflicts.getFirst());
        }
        rollouts.scheduled(number, thresholds.orElseThrow(), clock.instant());
        if (moved(release) instanceof Result.Refused refused) {
            return refused;
        }
        targets.expect(number, checks.expectations(release, arranged));
        int count = ScheduleRules.waves(arranged).size();
        events.append(
                number,
                new RolloutEvent.RolloutScheduled(
                        count,
                        SiteStand.of(arranged).size(),
                        thresholds.orElseThrow().words(count)));
        return Result.done();
    }

    /** What the gates before it bind to is known by the schedule; without the move there is none, and people read why. */
    private Result moved(SubmittedRelease release) {
        Result moved = release.state() == SCHEDULED ? Result.done() : releases.move(release.number(), SCHEDULED);
        if (moved instanceof Result.Refused refused) {
            rollouts.arranged(release.number());
            rollouts.notCleared(release.number(), List.of(refused.refusal().reason()));
        }
        return moved;
    }

    private List<Site> scope(SubmittedRelease release) {
        return cmdb.sites().stream()
                .filter(site -> release.sites().contains(site.id()))
                .toList();
    }
}
