package slipway.rollout;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** What is done with a part at a site that was ordered to return, as things are now. */
final class RestoreRules {
    private RestoreRules() {}

    /** What was repaired is looked at again, what failed and was not repaired is not. */
    static boolean toReturn(Target target) {
        return target.state() == TargetState.BACKING_OUT
                || (target.state() == TargetState.BACKOUT_FAILED && target.repairReported());
    }

    /** Never switched, and as it was: whatever became of what it runs, that is not the release's doing. */
    static boolean asItWas(Target target, Inventory.Sighting found) {
        return !target.activated() && Expected.wrong(found, target.returnTo()).isEmpty();
    }

    /** Why Slipway does not remove what was never switched, where what it ran is barred by now and nothing is left. */
    static Optional<String> notRemoved(Target target, WayBack.Returns way) {
        return !target.activated() && way.to() == null && target.returnTo() != null
                ? Optional.of("what it ran may not be installed any more, and Slipway removes nothing by itself")
                : Optional.empty();
    }

    /** Whether what was ordered may still be gone back to: it is offered, and its release was not backed out of all. */
    static boolean stands(
            WayBack.Returns ordered, Predicate<UnitRevision> offered, Predicate<ReleaseNumber> backedOut) {
        return Optional.ofNullable(ordered.to()).map(offered::test).orElse(true)
                && Optional.ofNullable(ordered.broughtBy()).filter(backedOut).isEmpty();
    }

    /** Why it stays, with nothing left to return to; what could not be returned a person repairs, who removes it then. */
    static Optional<WayBack.LeftAlone> nowhere(Target target, Supplier<WayBack> now) {
        return target.state() == TargetState.BACKING_OUT && now.get() instanceof WayBack.LeftAlone nowhere
                ? Optional.of(nowhere)
                : Optional.empty();
    }

    /** Why nobody is told to bring it anywhere: it was never switched, and what it ran is barred by now. */
    static Optional<String> onlyLookedAt(Target target, WayBack.Returns ordered, boolean stands) {
        return target.state() == TargetState.BACKING_OUT && !target.activated() && !stands
                ? Optional.of("it was never switched there, and " + Content.of(ordered.to())
                        + ", which it ran, may not be installed any more")
                : Optional.empty();
    }
}
