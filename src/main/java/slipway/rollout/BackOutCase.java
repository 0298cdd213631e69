package slipway.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.planning.EarlierReleases;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/**
 * What decides where sites return to: the release, what the CMDB says of each place and the library of
 * each revision now, what earlier releases made of the places, and where it was planned and rehearsed to remove the unit.
 */
record BackOutCase(
        ReleaseNumber release,
        Map<PlaceOfUnit, Cmdb.Item> items,
        Map<UnitRevision, Library.Holding> holdings,
        Function<ReleaseNumber, EarlierReleases.Bringer> bringers,
        Set<PlaceOfUnit> toBeRemoved) {

    Optional<Cmdb.Item> item(PlaceOfUnit where) {
        return Optional.ofNullable(items.get(where));
    }

    /** Why the library does not give that revision out, in words; empty = it does. */
    Optional<String> barred(UnitRevision revision) {
        return Library.Holding.barred(holdings.get(revision));
    }
}
