package slipway.rollout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.planning.Plans;
import slipway.planning.Reservations;
import slipway.policy.Policies;
import slipway.release.GoLiveCondition;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Loads what decides whether a wave may begin; how often it asks does not depend on the number of sites. */
@Component
class WaveChecks {
    private final Plans plans;
    private final Policies policies;
    private final Reservations reservations;
    private final Cmdb cmdb;
    private final Library library;
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final TargetTable targets;
    private final ObjectProvider<GoLiveCondition> conditions;
    private final Clock clock;

    WaveChecks(
            Plans plans,
            Policies policies,
            Reservations reservations,
            Cmdb cmdb,
            Library library,
            RolloutTable rollouts,
            WaveTable waves,
            TargetTable targets,
            ObjectProvider<GoLiveCondition> conditions,
            Clock clock) {
        this.plans = plans;
        this.policies = policies;
        this.reservations = reservations;
        this.cmdb = cmdb;
        this.library = library;
        this.rollouts = rollouts;
        this.waves = waves;
        this.targets = targets;
        this.conditions = conditions;
        this.clock = clock;
    }

    WaveCheck of(SubmittedRelease release, int wave) {
        List<Target> all = targets.of(release.number());
        Instant now = clock.instant();
        Map<SiteId, ZoneId> zones = zones(all, wave);
        return new WaveCheck(
                release,
                wave,
                now,
                waves.soaksUntil(release.number(), wave),
                plans.get(release.number()),
                threshold(release, all, wave),
                all,
                items(release),
                holdings(release),
                reserved(release),
                zones.isEmpty() ? List.of() : policies.closed(release.policy(), zones, now),
                plans.returnsChanged(release, places(all, wave)),
                unmet(release));
    }

    /** Why these may not begin, whatever people decide: what they run or return to is not what was planned. */
    Optional<Refusal> changed(SubmittedRelease release, List<Target> toDo) {
        Map<PlaceOfUnit, Cmdb.Item> items = items(release);
        return plans.returnsChanged(release, toDo.stream().map(Target::where).collect(Collectors.toSet()))
                .or(() -> toDo.stream()
                        .flatMap(target -> WaveRules.predecessor(release, items, target).stream())
                        .findFirst());
    }

    private Optional<Threshold> threshold(SubmittedRelease release, List<Target> all, int wave) {
        int waves = (int) all.stream().map(Target::wave).distinct().count();
        return rollouts.find(release.number())
                .flatMap(Rollout::thresholds)
                .map(thresholds -> thresholds.of(wave, waves));
    }

    /** Every condition for going live that does not hold. */
    List<Refusal> unmet(SubmittedRelease release) {
        return conditions.stream()
                .map(condition -> condition.unmet(release))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the CMDB says of the units of a release, wherever. */
    Map<PlaceOfUnit, Cmdb.Item> items(SubmittedRelease release) {
        return release.parts().stream()
                .flatMap(part -> cmdb.of(part.unit()).stream())
                .collect(Collectors.toMap(item -> new PlaceOfUnit(item.site(), item.unit()), item -> item));
    }

    private static Set<PlaceOfUnit> places(List<Target> all, int wave) {
        return all.stream()
                .filter(target -> target.wave() == wave && target.state().waiting())
                .map(Target::where)
                .collect(Collectors.toSet());
    }

    private Map<SiteId, ZoneId> zones(List<Target> all, int wave) {
        Set<SiteId> sites = places(all, wave).stream().map(PlaceOfUnit::site).collect(Collectors.toSet());
        return cmdb.sites().stream()
                .filter(site -> sites.contains(site.id()))
                .collect(Collectors.toMap(Site::id, Site::zone));
    }

    private Map<UnitId, Library.Holding> holdings(SubmittedRelease release) {
        Map<UnitId, Library.Holding> holdings = new HashMap<>();
        for (ReleasePart part : release.parts()) {
            part.revision().flatMap(library::find).ifPresent(holding -> holdings.put(part.unit(), holding));
        }
        return holdings;
    }

    private Set<PlaceOfUnit> reserved(SubmittedRelease release) {
        return reservations.held(release.number()).stream()
                .map(held -> new PlaceOfUnit(held.site(), held.unit()))
                .collect(Collectors.toSet());
    }
}
