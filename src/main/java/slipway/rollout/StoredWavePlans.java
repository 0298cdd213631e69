package slipway.rollout;

import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;
import static slipway.release.ReleaseState.SCHEDULED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.event.EventLog;
import slipway.release.ReleasePart;
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
    private static final Set<ReleaseState> BEFORE_ROLLOUT =
            Set.of(ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);

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
        List<List<SiteId>> waves = waves(targets.of(release));
        return waves.isEmpty() ? Optional.empty() : Optional.of(WaveText.write(waves));
    }

    @Override
    public Result arrange(ReleaseNumber number, Actor actor, String text) {
        SubmittedRelease release = releases.submitted(number);
        if (!BEFORE_ROLLOUT.contains(release.state())) {
            return Result.refused(
                    "state-table",
                    "The waves of a release that is " + release.state().words() + " are settled.");
        }
        return switch (WaveText.read(text, scope(release))) {
            case WaveText.Wrong wrong -> new Result.Refused(wrong.refusal());
            case WaveText.Waves waves -> {
                rollouts.arranged(number);
                targets.replace(number, targets(release, waves.sites()));
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
        return leave(number, actor, reason, SUBMITTED, new RolloutEvent.WavesSentBack(reason));
    }

    private Result leave(ReleaseNumber number, Actor actor, String reason, ReleaseState to, RolloutEvent told) {
        if (reason.isBlank()) {
            return Result.refusedAt("reason", "reason-missing", "Say why the release is not scheduled.");
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
    public Result schedule(ReleaseNumber number, Optional<Threshold> threshold) {
        SubmittedRelease release = releases.submitted(number);
        List<Target> arranged = targets.of(number);
        if (arranged.isEmpty()) {
            return Result.refusedAt(WaveText.FIELD, "waves-missing", "No waves are arranged for " + number + ".");
        }
        if (threshold.isEmpty()) {
            return Result.refused("threshold-unreadable", "The table wave-threshold gave no percentage from 0 to 100.");
        }
        List<Refusal> conflicts = checks.conflicts(release, arranged);
        if (!conflicts.isEmpty()) {
            return new Result.Refused(conflicts.getFirst());
        }
        if (release.state() != SCHEDULED && releases.move(number, SCHEDULED) instanceof Result.Refused refused) {
            return refused;
        }
        targets.expect(number, checks.expectations(release, arranged));
        rollouts.scheduled(number, threshold.get(), clock.instant());
        events.append(
                number,
                new RolloutEvent.RolloutScheduled(
                        waves(arranged).size(),
                        SiteStand.of(arranged).size(),
                        threshold.get().percent()));
        return Result.done();
    }

    private List<Site> scope(SubmittedRelease release) {
        return cmdb.sites().stream()
                .filter(site -> release.sites().contains(site.id()))
                .toList();
    }

    private List<Target> targets(SubmittedRelease release, List<List<SiteId>> waves) {
        List<Target> all = new ArrayList<>();
        for (int wave = 1; wave <= waves.size(); wave++) {
            for (SiteId site : waves.get(wave - 1)) {
                for (ReleasePart part : release.parts()) {
                    all.add(Target.planned(part.id(), site, wave, part.place(), clock.instant()));
                }
            }
        }
        return all;
    }

    private static List<List<SiteId>> waves(List<Target> targets) {
        TreeMap<Integer, List<SiteId>> byWave = targets.stream()
                .collect(Collectors.groupingBy(
                        Target::wave, TreeMap::new, Collectors.mapping(Target::site, Collectors.toList())));
        return byWave.values().stream()
                .map(sites -> sites.stream().distinct().toList())
                .toList();
    }
}
