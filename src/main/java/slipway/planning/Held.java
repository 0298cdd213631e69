package slipway.planning;

import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** A unit at a site that a release has for itself now; {@code id} is that of its row. */
record Held(long id, ReleaseNumber release, UnitId unit, SiteId site) {}
