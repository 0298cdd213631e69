package slipway.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;

/** When change management may take an RFC back. */
final class RfcRules {
    private static final Set<Rfc.Status> ENDS = Set.of(Rfc.Status.WITHDRAWN, Rfc.Status.REJECTED);
    static final Set<Rfc.Status> OPEN = Set.of(Rfc.Status.REQUESTED, Rfc.Status.APPROVED);

    private RfcRules() {}

    /** Why these do not enter a release, if so: each that is not approved, in the order given. */
    static Optional<Refusal> notReleasable(List<RfcNumber> numbers, Function<RfcNumber, Optional<Rfc>> rfcs) {
        List<String> bad = numbers.stream()
                .flatMap(number -> obstacle(number, rfcs.apply(number)).stream())
                .toList();
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "rfcs",
                        "only-approved-rfcs",
                        "Only approved RFCs enter a release: " + String.join(", ", bad)
                                + ". Leave them out or have them approved."));
    }

    private static Optional<String> obstacle(RfcNumber number, Optional<Rfc> rfc) {
        if (rfc.isEmpty()) {
            return Optional.of(number + " is unknown");
        }
        Rfc.Status status = rfc.get().status();
        return status == Rfc.Status.APPROVED ? Optional.empty() : Optional.of(number + " is " + status.words());
    }

    /** Whether it is implemented when this release is: no other one has some of it. */
    static boolean implementedBy(ReleaseNumber release, List<ReleaseNumber> claimants) {
        return claimants.stream().allMatch(release::equals);
    }

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
