package slipway.planning;

import java.util.Optional;
import slipway.release.Offers;
import slipway.release.ReleasePart;
import slipway.shared.Refusal;

/** Whether what a part is to be made of is still what was planned. */
final class PinRules {
    private static final int BRIEF = 12;

    private PinRules() {}

    /** A part that lies in the library is made of nothing any more. */
    static boolean isToBeMade(ReleasePart part) {
        return part.revision().isEmpty();
    }

    /** Why the source does not name what was planned, if so. */
    static Optional<Refusal> moved(ReleasePart part, Offers.Pin now) {
        return switch (now) {
            case Offers.Unpinnable no -> Optional.of(no.refusal());
            case Offers.Pinned pinned ->
                pinned.pin().equals(part.pin())
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                "tag-moved",
                                part.source() + " of " + part.unit() + " named " + brief(part.pin())
                                        + " when it was planned and names " + brief(pinned.pin())
                                        + " now. Return the plan, so that it is drafted for what is to be made."));
        };
    }

    private static String brief(String pin) {
        return pin.isEmpty() ? "nothing" : pin.substring(0, Math.min(BRIEF, pin.length()));
    }
}
