package slipway.cmdb;

import slipway.shared.UnitId;

/** A software unit that we build: where its sources are kept. */
public record Unit(UnitId id, String name, String repository) {}
