package slipway.approval;

import java.util.Optional;
import slipway.shared.UnitId;

/** An aspect of a release, or of one of its parts. */
public record Bound(Aspect aspect, Optional<UnitId> part) {
    public Bound {
        if (aspect.perPart() != part.isPresent()) {
            throw new IllegalArgumentException(aspect + " is bound " + (aspect.perPart() ? "per part" : "as a whole"));
        }
    }

    public static Bound whole(Aspect aspect) {
        return new Bound(aspect, Optional.empty());
    }

    public static Bound of(Aspect aspect, UnitId part) {
        return new Bound(aspect, Optional.of(part));
    }
}
