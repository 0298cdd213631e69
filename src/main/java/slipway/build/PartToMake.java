package slipway.build;

import slipway.cmdb.Unit;
import slipway.release.ReleasePart;
import slipway.shared.PartId;

/** What is to be done for a part: nothing when it is ready, a repair first when it was sent back. */
public record PartToMake(PartId part, boolean ready, boolean rework, HowMade how) {

    static PartToMake of(ReleasePart part, Unit unit) {
        return new PartToMake(
                part.id(), part.revision().isPresent(), part instanceof ReleasePart.Rework, HowMade.of(unit));
    }
}
