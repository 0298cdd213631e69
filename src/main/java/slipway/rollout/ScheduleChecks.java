package slipway.rollout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.planning.EarlierReleases;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.planning.ReturnPath;
import slipway.policy.Policies;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.WallClock;

/** Whether waves fit the plan, the policy and what the sites run. */
@Component
class ScheduleChecks {
    private final Releases releases;
    private final Plans plans;
    private final Policies policies;
    private final Approvals approvals;
    private final Cmdb cmdb;
    private final WaveChecks checks;
    private final EarlierReleases earlier;
    private final RolloutTable rollouts;
    private final ObjectProvider<Obstacle> obstacles;
    private final Clock clock;

    ScheduleChecks(
            Releases releases,
            Plans plans,
            Policies policies,
            Approvals approvals,
            Cmdb cmdb,
            WaveChecks checks,
            EarlierReleases earlier,
            RolloutTable rollouts,
            ObjectProvider<Obstacle> obstacles,
            Clock clock) {
        this.releases = releases;
        this.plans = plans;
        this.policies = policies;
        this.approvals = approvals;
        this.cmdb = cmdb;
        this.checks = checks;
        this.earlier = earlier;
        this.rollouts = rollouts;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    List<Refusal> conflicts(SubmittedRelease release, List<Target> arranged) {
        List<Refusal> conflicts = new ArrayList<>();
        Plan plan = plans.get(release.number());
        neverOpen(release, plan, arranged).ifPresent(conflicts::add);
        plans.returnsChanged(release, arranged.stream().map(Target::where).collect(Collectors.toSet()))
                .map(changed -> Refusal.at(WaveText.FIELD, changed.rule(), changed.reason()))
                .ifPresent(conflicts::add);
        return conflicts;
    }

    /** The first moment, from now and within the plan, at which all of these sites are open; empty = there is none. */
    Optional<Instant> opening(SubmittedRelease release, Plan plan, Set<SiteId> sites) {
        return opening(release, plan, sites, clock.instant());
    }

    /** The same from a later moment. */
    Optional<Instant> opening(SubmittedRelease release, Plan plan, Set<SiteId> sites, Instant earliest) {
        Instant from = plan.start().isBefore(earliest) ? earliest : plan.start();
        Map<SiteId, ZoneId> zones = cmdb.sites().stream()
                .filter(site -> sites.contains(site.id()))
                .collect(Collectors.toMap(Site::id, Site::zone));
        return policies.nextOpen(release.policy(), zones, from).filter(at -> at.isBefore(plan.end()));
    }

    private Optional<Refusal> neverOpen(SubmittedRelease release, Plan plan, List<Target> arranged) {
        TreeMap<Integer, Set<SiteId>> waves = arranged.stream()
                .collect(Collectors.groupingBy(
                        Target::wave, TreeMap::new, Collectors.mapping(Target::site, Collectors.toSet())));
        String never = waves.entrySet().stream()
                .filter(wave -> opening(release, plan, wave.getValue()).isEmpty())
                .map(wave -> "wave " + wave.getKey())
                .collect(Collectors.joining(", "));
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        WaveText.FIELD,
                        "no-open-window",
                        "Until the plan ends at " + WallClock.utc(plan.end())
                                + " the policy's windows and freezes never open all sites at once of " + never
                                + ". Arrange other waves, or plan the release again."));
    }

    /** What each place runs now, verified, and the release that had brought it. */
    List<TargetTable.Expectation> expectations(SubmittedRelease release, List<Target> arranged) {
        Map<PlaceOfUnit, Cmdb.Item> items = checks.items(release);
        Map<ReleaseNumber, EarlierReleases.Bringer> bringers = new HashMap<>();
        return arranged.stream()
                .map(target -> expectation(
                        target.where(),
                        Optional.ofNullable(items.get(target.where())),
                        // Each release once, however many sites it reached.
                        by -> bringers.computeIfAbsent(by, earlier::bringer)))
                .toList();
    }

    private static TargetTable.Expectation expectation(
            PlaceOfUnit where, Optional<Cmdb.Item> item, Function<ReleaseNumber, EarlierReleases.Bringer> bringers) {
        ReturnPath.Start runs = ReturnPath.start(where, item, bringers);
        return new TargetTable.Expectation(where, runs.revision(), runs.broughtBy());
    }

    List<String> sentBackBecause(ReleaseNumber release) {
        List<String> because = new ArrayList<>();
        switch (approvals.standing(release, Gate.GO_LIVE)) {
            case Approvals.Denied denied ->
                because.add("No-go by " + denied.approval().actor() + ": "
                        + denied.approval().reason());
            case Approvals.Voided voided ->
                because.add("The go of " + voided.approval().actor() + " fell, because this changed: "
                        + voided.changed()
                                .aspect()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ') + ".");
            case Approvals.Granted granted -> {}
            case Approvals.Missing missing -> {}
        }
        rollouts.find(release).map(Rollout::notCleared).ifPresent(because::addAll);
        releases.wentBackBecause(release).ifPresent(because::add);
        obstacles.stream()
                .flatMap(obstacle -> obstacle.because(release).stream())
                .forEach(because::add);
        return because;
    }
}
