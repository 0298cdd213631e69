package slipway.shared;

/** A unit at a site, whichever releases came there. */
public record PlaceOfUnit(SiteId site, UnitId unit) {
    @Override
    public String toString() {
        return unit + " at " + site;
    }
}
