package slipway.rollout;

import slipway.shared.Refusal;
import slipway.shared.Result;

/** What people who work at a site by hand are told when their report does not show what is to be there. */
final class ByHand {
    private ByHand() {}

    /** Done where the lease still held, so that the report was kept. */
    static Result kept(boolean held) {
        return held
                ? Result.done()
                : Result.refused("order-over", "Somebody else reported on this site meanwhile: reload the page.");
    }

    /** Its task asks only for a look once the report of it was refused. */
    static Refusal stopped() {
        return Refusal.of(
                "order-over",
                "The wave was stopped before this site was reported, so nothing is installed here any more: leave the"
                        + " site as it is, reload the page, and report what is there.");
    }

    static Refusal differs(String wrong) {
        return Refusal.of(
                "inventory-differs",
                "By this inventory " + wrong + ". Put it right and report again, or report that it cannot be done.");
    }
}
