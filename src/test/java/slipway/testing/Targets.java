package slipway.testing;

import java.time.Instant;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.PartId;
import slipway.shared.SiteId;

/** Parts at sites as a test wants them, without a rollout: what is verified or restored was switched. */
public final class Targets {
    private Targets() {}

    public static Target at(PartId part, SiteId site, TargetState state) {
        return at(part, site, 1, 0, state, "", "");
    }

    /** With why it is so, and why it was left alone. */
    public static Target at(PartId part, SiteId site, TargetState state, String reason, String leftAlone) {
        return at(part, site, 1, 0, state, reason, leftAlone);
    }

    /** In that wave and place of its site. */
    public static Target at(PartId part, SiteId site, int wave, int place, TargetState state) {
        return at(part, site, wave, place, state, "", "");
    }

    private static Target at(
            PartId part, SiteId site, int wave, int place, TargetState state, String reason, String leftAlone) {
        boolean switched = state == TargetState.VERIFIED || state == TargetState.RESTORED;
        return new Target(
                part.release(),
                part.unit(),
                site,
                wave,
                place,
                state,
                1,
                reason,
                null,
                null,
                null,
                null,
                null,
                switched ? 1L : null,
                false,
                switched,
                leftAlone,
                false,
                Instant.EPOCH);
    }
}
