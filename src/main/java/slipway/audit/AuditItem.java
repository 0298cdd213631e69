package slipway.audit;

import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** A unit at a site, as something to look at. */
record AuditItem(SiteId site, UnitId unit) {}
