package slipway.acceptance;

import java.util.Locale;
import java.util.Optional;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.Gates;
import slipway.library.Library.Holding;
import slipway.release.ReleasePart;
import slipway.shared.Refusal;

/** Whether a part is exactly what was tested and accepted, and may be installed. */
final class GoLiveRules {
    static final String RULE = "accepted-revision";

    private GoLiveRules() {}

    static Optional<Refusal> unmet(ReleasePart part, Approvals.Standing verdict, Optional<Holding> holding) {
        if (!(part instanceof ReleasePart.Accepted accepted)) {
            return unmet(part.unit() + " is not accepted; have it tested and accepted.");
        }
        Optional<Refusal> open = Gates.open(verdict, Gate.TEST_VERDICT, Optional.of(part.unit()));
        if (open.isPresent()) {
            return unmet(accepted.made() + " has no test verdict that stands: "
                    + open.get().reason());
        }
        if (holding.isEmpty()) {
            return unmet("The library does not hold " + accepted.made() + ".");
        }
        return holding.get().mayBeInstalled()
                ? Optional.empty()
                : unmet(accepted.made() + " is "
                        + (holding.get().recalled()
                                ? "recalled"
                                : holding.get()
                                        .state()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                        + " in the library and may not be installed.");
    }

    private static Optional<Refusal> unmet(String reason) {
        return Optional.of(Refusal.of(RULE, reason));
    }
}
