package slipway.rollout;

import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;
import static slipway.release.ReleaseState.SCHEDULED;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Component
@Transactional
class StoredWavePlans implements WavePlans {
    private static final Set<ReleaseState> BEFORE_ROLLOUT =
            Set.of(ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);

    private final Releases releases;
    private final Plans plans;
    private final Cmdb cmdb;
    private final Openings openings;
    private final TargetTable targets;
    private final TargetBook book;
    private final RolloutTable rollouts;
    private final Journal journal;
    private final Clock clock;

    StoredWavePlans(
            Releases releases,
            Plans plans,
            Cmdb cmdb,
            Openings openings,
            TargetTable targets,
            TargetBook book,
            RolloutTable rollouts,
            Journal journal,
            Clock clock) {
        this.releases = releases;
        this.plans = plans;
        this.cmdb = cmdb;
        this.openings = openings;
        this.targets = targets;
        this.book = book;
        this.rollouts = rollouts;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public int siteCount() {
        return cmdb.sites().size();
    }

    @Override
    public String propose(int pilotSites, int sitesPerWave) {
        if (pilotSites < 1 || sitesPerWave < 1) {
            throw new IllegalArgumentException(
                    "a wave has at least one site, not " + pilotSites + " or " + sitesPerWave);
        }
        List<SiteId> sites = cmdb.sites().stream()
                .sorted(Comparator.comparing(Site::disasterRecovery)
                        .thenComparing(site -> site.id().value()))
                .map(Site::id)
                .toList();
        List<List<SiteId>> waves = new ArrayList<>();
        for (int from = 0, size = pilotSites;
                from < sites.size();
                from += size, size = waves.size() == 1 ? sitesPerWave : size) {
            waves.add(sites.subList(from, Math.min(sites.size(), from + size)));
        }
        return WaveText.write(waves);
    }

    @Override
    public Optional<String> arranged(ReleaseNumber release) {
        List<List<SiteId>> waves = new ArrayList<>(byWave(targets.of(release)).values().stream()
                .map(wave -> wave.stream().map(Target::site).toList())
                .toList());
        return waves.isEmpty() ? Optional.empty() : Optional.of(WaveText.write(waves));
    }

    @Override
    public Result arrange(ReleaseNumber number, Actor actor, String text) {
        Release release = releases.get(number);
        if (!BEFORE_ROLLOUT.contains(release.state())) {
            return Result.refused("state-table", "The waves of a release that is " + release.state() + " are settled.");
        }
        return switch (WaveText.read(text, cmdb.sites())) {
            case WaveText.Wrong wrong -> new Result.Refused(wrong.refusal());
            case WaveText.Waves waves -> {
                book.arrange(number, targets(number, release.confirmedScope().unit(), waves.sites()));
                rollouts.note(number, RolloutEvent.Kind.ARRANGED, null, actor, WaveText.write(waves.sites()));
                journal.append(number, "WavesArranged", actor, Map.of("waves", WaveText.write(waves.sites())));
                yield Result.done();
            }
        };
    }

    @Override
    public Result cancel(ReleaseNumber number, Actor actor, String reason) {
        if (reason.isBlank()) {
            return Result.refusedAt("reason", "reason-missing", "Say why the release is cancelled.");
        }
        Result cancelled = releases.move(number, ReleaseState.CANCELLED);
        if (cancelled instanceof Result.Done) {
            journal.append(number, "ReleaseCancelled", actor, Map.of("reason", reason));
        }
        return cancelled;
    }

    @Override
    public Optional<Refusal> conflict(ReleaseNumber release) {
        Plan plan = plans.get(release);
        Instant from = plan.start().isBefore(clock.instant()) ? clock.instant() : plan.start();
        String never = byWave(targets.of(release)).entrySet().stream()
                .filter(wave ->
                        openings.first(sites(wave.getValue()), from, plan.end()).isEmpty())
                .map(wave -> "wave " + wave.getKey())
                .collect(Collectors.joining(", "));
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        WaveText.FIELD,
                        "no-open-window",
                        "Between " + from + " and " + plan.end()
                                + " the policy's windows and freezes never open all sites at once of " + never + "."));
    }

    @Override
    public Result schedule(ReleaseNumber number, Optional<Threshold> threshold) {
        Release release = releases.get(number);
        List<Target> arranged = targets.locked(number);
        if (arranged.isEmpty()) {
            return Result.refusedAt(WaveText.FIELD, "waves-missing", "No waves are arranged for " + number + ".");
        }
        if (threshold.isEmpty()) {
            return Result.refused("threshold-unreadable", "The table wave-threshold gave no percentage from 0 to 100.");
        }
        Optional<Refusal> conflict = conflict(number);
        if (conflict.isPresent()) {
            return new Result.Refused(conflict.get());
        }
        if (release.state() != SCHEDULED && releases.move(number, SCHEDULED) instanceof Result.Refused refused) {
            return refused;
        }
        arranged.forEach(target -> targets.save(target.expecting(Predecessors.now(cmdb, target))));
        rollouts.scheduled(number, threshold.get());
        rollouts.note(
                number,
                RolloutEvent.Kind.SCHEDULED,
                null,
                null,
                "threshold " + threshold.get().percent() + " %");
        journal.append(
                number,
                "RolloutScheduled",
                null,
                Map.of("thresholdPercent", threshold.get().percent()));
        return Result.done();
    }

    private List<Target> targets(ReleaseNumber release, UnitId unit, List<List<SiteId>> waves) {
        List<Target> all = new ArrayList<>();
        for (int wave = 1; wave <= waves.size(); wave++) {
            for (SiteId site : waves.get(wave - 1)) {
                all.add(new Target(
                        release, site, unit, wave, TargetState.PLANNED, 1, "", null, null, false, clock.instant()));
            }
        }
        return all;
    }

    private List<Site> sites(List<Target> wave) {
        return wave.stream().map(target -> cmdb.site(target.site())).toList();
    }

    private static TreeMap<Integer, List<Target>> byWave(List<Target> targets) {
        return targets.stream().collect(Collectors.groupingBy(Target::wave, TreeMap::new, Collectors.toList()));
    }
}
