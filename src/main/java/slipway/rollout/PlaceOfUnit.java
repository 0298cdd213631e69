package slipway.rollout;

import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** A unit at a site, whichever releases came there. */
record PlaceOfUnit(SiteId site, UnitId unit) {
    @Override
    public String toString() {
        return unit + " at " + site;
    }
}
