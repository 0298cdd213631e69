package slipway.audit;

import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** A difference that an audit saw of a unit at a site, with the path at fault. */
public record Finding(SiteId site, UnitId unit, FindingKind kind, String path, String expected, String found) {
    String line() {
        return site + " " + unit + " " + kind + " " + path + " " + expected + " " + found;
    }
}
