package slipway.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipway.shared.PartId;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * A part at a site as it stands. {@code predecessor} is the verified revision that was expected there when the rollout
 * was scheduled (null = none installed), {@code predecessorBy} the release that had brought it (null = from before
 * Slipway), {@code previousName} what the site calls it. {@code returnTo} and {@code returnBy} say the same of what the
 * last back-out was to return it to. {@code activatedOrder} rises with each activation anywhere; null = the site was never
 * switched to the revision. {@code halfDone} says that a person reported something else there than before, without that.
 * {@code verified} says that it once was read back equal. {@code leftAlone} says why a back-out
 * that was decided did not return it; empty = none was, or it was returned.
 */
public record Target(
        ReleaseNumber release,
        UnitId unit,
        SiteId site,
        int wave,
        int place,
        TargetState state,
        int attempt,
        String reason,
        @Nullable UnitRevision predecessor,
        @Nullable ReleaseNumber predecessorBy,
        @Nullable UnitRevision returnTo,
        @Nullable ReleaseNumber returnBy,
        @Nullable String previousName,
        @Nullable Long activatedOrder,
        boolean halfDone,
        boolean verified,
        String leftAlone,
        boolean repairReported,
        Instant changedAt) {

    /** A part at a site that nobody has begun. */
    static Target planned(PartId part, SiteId site, int wave, int place, Instant at) {
        return new Target(
                part.release(),
                part.unit(),
                site,
                wave,
                place,
                TargetState.PLANNED,
                1,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                "",
                false,
                at);
    }

    public PartId part() {
        return new PartId(release, unit);
    }

    PlaceOfUnit where() {
        return new PlaceOfUnit(site, unit);
    }

    /** Whether the site was ever switched to the revision, verified or not. */
    public boolean activated() {
        return activatedOrder != null;
    }

    /** Why it is as it is: the last word on it. */
    String why() {
        return leftAlone.isEmpty() ? reason : leftAlone;
    }

    /** What it is when a back-out leaves it alone. */
    TargetState stateBeforeBackOut() {
        return verified ? TargetState.VERIFIED : TargetState.FAILED;
    }
}
