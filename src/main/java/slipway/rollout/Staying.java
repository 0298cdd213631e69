package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.release.Releases;
import slipway.shared.PlaceOfUnit;
import slipway.shared.SiteId;

/** Which parts a back-out left alone on the very revision that it was to take away. What a site runs decides. */
@Component
class Staying {
    private final Cmdb cmdb;
    private final Releases releases;

    Staying(Cmdb cmdb, Releases releases) {
        this.cmdb = cmdb;
        this.releases = releases;
    }

    /** The sites of these at which some part stays. */
    List<SiteId> sites(List<Target> targets) {
        return Sites.sorted(targets.stream()
                .filter(among(targets))
                .map(Target::site)
                .distinct()
                .toList());
    }

    /** Holds for the parts among these that stay; what the CMDB says is read once a unit, and only where it matters. */
    Predicate<Target> among(List<Target> targets) {
        Map<PlaceOfUnit, Cmdb.Item> items = targets.stream()
                .filter(StayRules::leftAlone)
                .map(Target::part)
                .distinct()
                .flatMap(part -> cmdb.of(part.unit()).stream())
                .collect(Collectors.toMap(item -> new PlaceOfUnit(item.site(), item.unit()), Function.identity()));
        return target -> StayRules.leftAlone(target)
                && StayRules.stays(
                        target,
                        Optional.ofNullable(items.get(target.where())),
                        () -> releases.part(target.part()).revision());
    }
}
