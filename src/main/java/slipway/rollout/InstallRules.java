package slipway.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.shared.Content;
import slipway.shared.UnitRevision;
import slipway.site.Order;
import slipway.site.port.Inventory;

/** Whether a part may be begun at a site and installed there, and what counts as installed where somebody else did it. */
final class InstallRules {
    private InstallRules() {}

    /** Whether nobody begins it any more, since its wave is over or was stopped. */
    static boolean stopped(Order order, Optional<Wave> wave) {
        return wave.filter(each -> each.mayBegin(order)).isEmpty();
    }

    /** The same, or since the window passed before its site was begun; what follows is of a site that was. */
    static boolean tooLate(Order order, Optional<Wave> wave, Instant now, Supplier<Instant> windowEnd) {
        return stopped(order, wave) || (!order.follows() && !now.isBefore(windowEnd.get()));
    }

    /** Why its files are not copied to the site: they are barred, or it runs something else than the go was given for. */
    static Optional<String> hindrance(Library.Holding holding, Inventory.Sighting before, Target target) {
        return barred(holding).or(() -> Expected.surprise(before, target));
    }

    static Optional<String> barred(Library.Holding holding) {
        return Library.Holding.barred(holding).map(why -> holding.revision() + " may not be installed: " + why);
    }

    /** The same of what was accepted when the wave began: it may be recalled while that runs, and while files are copied. */
    static Optional<String> barredNow(UnitRevision revision, Optional<Library.Holding> held) {
        return held.map(InstallRules::barred)
                .orElseGet(() -> Optional.of("the library does not hold " + revision + " any more"));
    }

    /** Nobody looks at what was there before, so the CMDB's word is what says whether the go was given for that. */
    static Optional<String> overtaken(Target target, Optional<Cmdb.Item> item) {
        return BackOutRules.overtaken(target, item)
                ? Optional.of("the go was given to change it from " + Content.of(target.predecessor())
                        + ", and something else was authorised there meanwhile")
                : Optional.empty();
    }

    /** Whether it was switched before its failure was written: nobody assumes what a step that failed left there. */
    static boolean switchedUnwritten(Target target, Inventory.Sighting found) {
        return target.state() == TargetState.DISTRIBUTED && Expected.wasSwitched(found, target);
    }

    /** Whether a person switched it on, whatever bars it; what another release brought there keeps its word. */
    static boolean switchedByHand(
            Target target, UnitRevision revision, Inventory.Sighting found, Optional<Cmdb.Item> item) {
        return Expected.wrong(found, revision).isEmpty()
                && overtaken(target, item).isEmpty();
    }
}
