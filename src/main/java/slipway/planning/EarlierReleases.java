package slipway.planning;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What releases that reached sites found there; asked where a way back leads past what a site runs. */
public interface EarlierReleases {

    /** A release that once brought something: whether it was backed out as a whole, and what it found where. */
    record Bringer(boolean backedOut, Map<PlaceOfUnit, Found> places) {
        Optional<Found> at(PlaceOfUnit where) {
            return Optional.ofNullable(places.get(where));
        }
    }

    /** What a release found at a place, who had brought that, and whether it has returned the place since. */
    record Found(
            @Nullable UnitRevision predecessor, @Nullable ReleaseNumber broughtBy, boolean returned) {}

    /** As it stands now; no places when it never was arranged. */
    Bringer bringer(ReleaseNumber release);
}
