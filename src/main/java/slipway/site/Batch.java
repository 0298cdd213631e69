package slipway.site;

import slipway.shared.ReleaseNumber;

/** What orders belong together: the wave, back-out or audit of a release with that number. */
public record Batch(Order.Kind kind, ReleaseNumber release, long number) {}
