package slipway.kill;

import java.time.Instant;

/** From a kill until what was killed is started again, or answers again where it starts by itself. */
record Outage(Victims victims, Instant from, Instant until) {}
