package slipway.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * What decides where sites return to: the release and what it brings, what the CMDB says of each place and the library of
 * each revision now, and what earlier releases made of the places.
 */
record BackOutCase(
        ReleaseNumber release,
        Map<UnitId, UnitRevision> brings,
        Map<PlaceOfUnit, Cmdb.Item> items,
        Map<UnitRevision, Library.Holding> holdings,
        Function<ReleaseNumber, Bringer> bringers) {

    /** A release that once brought something: whether it was backed out as a whole, and what it found where. */
    record Bringer(boolean backedOut, Map<PlaceOfUnit, Found> places) {
        Optional<Found> at(PlaceOfUnit where) {
            return Optional.ofNullable(places.get(where));
        }
    }

    /** What a release found at a place, who had brought that, and whether it has returned the place since. */
    record Found(
            @Nullable UnitRevision predecessor, @Nullable ReleaseNumber broughtBy, boolean returned) {}

    Optional<Cmdb.Item> item(PlaceOfUnit where) {
        return Optional.ofNullable(items.get(where));
    }

    /** Why the library does not give that revision out, in words; empty = it does. */
    Optional<String> barred(UnitRevision revision) {
        Library.Holding holding = holdings.get(revision);
        if (holding == null) {
            return Optional.of("the library does not hold it");
        }
        return holding.mayBeInstalled() ? Optional.empty() : Optional.of(Barred.why(holding));
    }
}
