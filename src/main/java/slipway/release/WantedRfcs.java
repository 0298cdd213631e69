package slipway.release;

import java.util.Locale;
import java.util.Optional;
import slipway.change.Rfc;
import slipway.shared.RfcNumber;

/** Whether an RFC of a release is still wanted; that another release implemented it elsewhere says nothing against it. */
public final class WantedRfcs {
    private WantedRfcs() {}

    /** In words, if it is not; status empty = unknown. */
    public static Optional<String> unwanted(RfcNumber number, Optional<Rfc.Status> status) {
        return switch (status.orElse(null)) {
            case null -> Optional.of(number + " is unknown");
            case APPROVED, IMPLEMENTED -> Optional.empty();
            case REQUESTED, REJECTED, WITHDRAWN ->
                Optional.of(number + " is " + status.orElseThrow().name().toLowerCase(Locale.ROOT));
        };
    }
}
