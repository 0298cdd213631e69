package slipway.rollout;

import slipway.shared.Refusal;

/** What people who work at a site by hand are told when their report does not show what is to be there. */
final class ByHand {
    private ByHand() {}

    static Refusal differs(String wrong) {
        return Refusal.of(
                "inventory-differs",
                "By this inventory " + wrong + ". Put it right and report again, or report that it cannot be done.");
    }
}
