package slipway.rollout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test turns it. */
final class TurnedClock extends Clock {
    private static final Instant BEGIN = Instant.parse("2019-01-07T12:00:00Z");

    private volatile Instant now = BEGIN;

    void reset() {
        now = BEGIN;
    }

    synchronized void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
