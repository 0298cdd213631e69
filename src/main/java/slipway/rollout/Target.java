package slipway.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * A site within a release as it stands; {@code predecessor} is the verified revision that was expected there when the
 * rollout was scheduled and that a back-out returns to (absent = none installed), {@code previousName} what the site
 * calls it.
 */
public record Target(
        ReleaseNumber release,
        SiteId site,
        UnitId unit,
        int wave,
        TargetState state,
        int attempt,
        String reason,
        @Nullable UnitRevision predecessor,
        @Nullable String previousName,
        boolean repairReported,
        Instant changedAt) {

    Target in(TargetState next, String why, Instant at) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(
                    "site " + site + " of " + release + " is " + state + " and cannot become " + next);
        }
        int number = state == TargetState.FAILED && next == TargetState.PLANNED ? attempt + 1 : attempt;
        return new Target(release, site, unit, wave, next, number, why, predecessor, previousName, false, at);
    }

    Target expecting(@Nullable UnitRevision revision) {
        return new Target(
                release, site, unit, wave, state, attempt, reason, revision, previousName, repairReported, changedAt);
    }

    Target replacing(String name) {
        return new Target(
                release, site, unit, wave, state, attempt, reason, predecessor, name, repairReported, changedAt);
    }

    Target repaired(String remark, Instant at) {
        return new Target(release, site, unit, wave, state, attempt, remark, predecessor, previousName, true, at);
    }
}
