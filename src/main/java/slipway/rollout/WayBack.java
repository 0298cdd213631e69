package slipway.rollout;

import org.jspecify.annotations.Nullable;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** What a back-out does with a part at a site. */
sealed interface WayBack {

    /** It returns to that; null = the unit is removed. {@code broughtBy} is the release that had brought it. */
    record Returns(@Nullable UnitRevision to, @Nullable ReleaseNumber broughtBy) implements WayBack {}

    /** It is not touched, for that reason; {@code later} is the release that lies on top, where one does. */
    record LeftAlone(String why, @Nullable ReleaseNumber later) implements WayBack {}
}
