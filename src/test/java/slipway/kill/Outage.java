package slipway.kill;

import java.time.Instant;

/** From a kill until what was killed is started again. */
record Outage(Victims victims, Instant from, Instant until) {}
