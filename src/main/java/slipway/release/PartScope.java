package slipway.release;

import slipway.shared.UnitId;

/** One unit that a release is to deliver, and from what: the tag of its repository, or the version a vendor delivered. */
public record PartScope(UnitId unit, String source) {
    public PartScope {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a part names the tag to build or the delivery to take over");
        }
    }
}
