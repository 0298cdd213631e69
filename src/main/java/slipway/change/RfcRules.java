package slipway.change;

import java.util.Optional;
import java.util.Set;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;

/** When change management may take an RFC back. */
final class RfcRules {
    private static final Set<Rfc.Status> ENDS = Set.of(Rfc.Status.WITHDRAWN, Rfc.Status.REJECTED);
    private static final Set<Rfc.Status> OPEN = Set.of(Rfc.Status.REQUESTED, Rfc.Status.APPROVED);

    private RfcRules() {}

    /** Why it cannot be taken back as that, if so. */
    static Optional<Refusal> notTakenBack(RfcNumber number, Optional<Rfc> rfc, Rfc.Status as) {
        if (!ENDS.contains(as)) {
            throw new IllegalArgumentException("an RFC is taken back as withdrawn or rejected, not as " + as);
        }
        if (rfc.isEmpty()) {
            return Optional.of(
                    Refusal.at("rfc", "rfc-unknown", "There is no " + number + " here; look its number up."));
        }
        return OPEN.contains(rfc.get().status())
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "rfc",
                        "rfc-ended",
                        number + " is " + rfc.get().status().words()
                                + ", and that is never written over; raise an RFC that removes what it brought."));
    }
}
