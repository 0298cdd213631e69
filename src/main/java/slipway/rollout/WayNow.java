package slipway.rollout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.shared.Content;
import slipway.shared.UnitRevision;

/** Where a part that was ordered to return goes now: to what was ordered, unless that was barred meanwhile. */
@Component
class WayNow {
    private final WaysBack waysBack;
    private final Releases releases;
    private final Library library;
    private final BackOutTable backOuts;
    private final Cmdb cmdb;

    WayNow(WaysBack waysBack, Releases releases, Library library, BackOutTable backOuts, Cmdb cmdb) {
        this.waysBack = waysBack;
        this.releases = releases;
        this.library = library;
        this.backOuts = backOuts;
        this.cmdb = cmdb;
    }

    /** Costs no more for many sites, as long as what was ordered may be installed. */
    WayBack of(Target target) {
        WayBack.Returns ordered = ordered(target);
        return stands(ordered) ? ordered : waysBack.now(releases.submitted(target.release()), target, ordered);
    }

    /** Where a person repairs it: with nothing left to return to the unit is removed, which is never barred. */
    WayBack.Returns byHand(Target target) {
        return of(target) instanceof WayBack.Returns way ? way : new WayBack.Returns(null, null);
    }

    /** Why it stays as it is: something came there since, or nothing is left that it may return to. */
    Optional<WayBack.LeftAlone> stays(Target target) {
        return BackOutRules.onTop(target, cmdb.find(target.site(), target.unit()))
                .or(() -> RestoreRules.nowhere(target, () -> of(target)));
    }

    /** Why nobody is told to bring it anywhere. */
    Optional<String> onlyLookedAt(Target target) {
        WayBack.Returns ordered = ordered(target);
        return RestoreRules.onlyLookedAt(target, ordered, stands(ordered));
    }

    /** What whoever repairs it is to bring about, in words. */
    String toRepair(Target target) {
        return stays(target)
                .map(left -> "what it runs now: " + left.why())
                .orElseGet(() -> Content.of(byHand(target).to()).toString());
    }

    /** As it was ordered, whatever became of it since. */
    static WayBack.Returns ordered(Target target) {
        return new WayBack.Returns(target.returnTo(), target.returnBy());
    }

    private boolean stands(WayBack.Returns ordered) {
        return RestoreRules.stands(ordered, this::offered, backOuts::ofAll);
    }

    private boolean offered(UnitRevision revision) {
        return library.find(revision).filter(Library.Holding::mayBeInstalled).isPresent();
    }
}
