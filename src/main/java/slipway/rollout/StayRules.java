package slipway.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import slipway.cmdb.Cmdb;
import slipway.shared.Content;
import slipway.shared.UnitRevision;

/** Whether a part stays at a site on the very revision that a back-out was to take away. */
final class StayRules {
    private StayRules() {}

    /** Whether what the site runs matters at all. */
    static boolean leftAlone(Target target) {
        return target.activated() && !target.leftAlone().isEmpty();
    }

    /** Of one that was left alone, by what the CMDB says of its place; {@code own} is what the release delivers. */
    static boolean stays(Target target, Optional<Cmdb.Item> item, Supplier<Optional<UnitRevision>> own) {
        return item.filter(there -> runsOn(target, there)
                        || own.get()
                                .map(Content::of)
                                .filter(runs -> runs.equals(there.observed()))
                                .isPresent())
                .isPresent();
    }

    /** Switched, and nobody has seen since that anything else runs there. */
    private static boolean runsOn(Target target, Cmdb.Item item) {
        return target.state() == TargetState.FAILED
                && target.release().equals(item.authorisedBy())
                && !gone(target, item);
    }

    private static boolean gone(Target target, Cmdb.Item item) {
        Instant seen = item.observedAt();
        return seen != null && !seen.isBefore(target.changedAt()) && !(item.observed() instanceof Content.Unknown);
    }
}
