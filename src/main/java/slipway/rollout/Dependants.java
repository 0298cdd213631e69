package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.release.Compatibilities;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/**
 * What came to a site after a release, or is on its way there, and requires what the release brought there: {@code units}
 * of the register, what the CMDB says of them, the part by which a release brought one, and whose order brings one now.
 */
record Dependants(
        List<Unit> units,
        Map<PlaceOfUnit, Cmdb.Item> items,
        BiFunction<ReleaseNumber, PlaceOfUnit, Optional<Target>> parts,
        Map<PlaceOfUnit, ReleaseNumber> coming) {

    /** The units of the register that require one of these. */
    static List<Unit> of(List<Unit> register, List<UnitId> required) {
        return register.stream()
                .filter(unit -> required.stream().anyMatch(unit.requires()::containsKey))
                .toList();
    }

    /** Why a part cannot return that way, if so; {@code staying} are the places that are left alone themselves. */
    Optional<WayBack.LeftAlone> against(Target target, WayBack.Returns way, Set<PlaceOfUnit> staying) {
        if (!target.activated()) {
            return Optional.empty();
        }
        return units.stream()
                .filter(unit -> lacks(unit.requires().get(target.unit()), way))
                .flatMap(unit -> against(target, unit, staying).stream())
                .findFirst();
    }

    private static boolean lacks(@Nullable String atLeast, WayBack.Returns way) {
        return atLeast != null
                && (way.to() == null || !Compatibilities.reaches(way.to().version(), atLeast));
    }

    private Optional<WayBack.LeftAlone> against(Target target, Unit unit, Set<PlaceOfUnit> staying) {
        PlaceOfUnit where = new PlaceOfUnit(target.site(), unit.id());
        return Optional.ofNullable(items.get(where))
                .filter(item -> item.authorised() != null)
                .map(Cmdb.Item::authorisedBy)
                .filter(by -> by.equals(target.release()) ? staying.contains(where) : later(by, where, target))
                .or(() -> Optional.ofNullable(coming.get(where)))
                .map(by -> new WayBack.LeftAlone(
                        unit.id() + " of " + by + " requires " + target.unit() + " "
                                + unit.requires().get(target.unit())
                                + " or later there; back that out first, or leave it as it is.",
                        by));
    }

    /** What is on its way there counts as well; what was there before has run beside what the part returns to. */
    private boolean later(ReleaseNumber by, PlaceOfUnit where, Target target) {
        Long ours = target.activatedOrder();
        Long theirs = parts.apply(by, where).map(Target::activatedOrder).orElse(null);
        return ours != null && (theirs == null || theirs > ours);
    }
}
