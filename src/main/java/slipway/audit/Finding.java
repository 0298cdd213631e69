package slipway.audit;

import slipway.shared.SiteId;

/** A difference that an audit saw, with the path at fault. */
public record Finding(SiteId site, FindingKind kind, String path, String expected, String found) {
    String line() {
        return site + " " + kind + " " + path + " " + expected + " " + found;
    }
}
