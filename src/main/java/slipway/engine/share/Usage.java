package slipway.engine.share;

/** Seconds of places that a visitor had lately: half of them are forgotten each half minute. */
record Usage(double seconds, long at) {
    static final Usage NONE = new Usage(0, 0);

    private static final double SECOND = 1e9;
    private static final double HALF_FORGOTTEN = 30 * SECOND;

    double seconds(long now) {
        return seconds * Math.pow(0.5, (now - at) / HALF_FORGOTTEN);
    }

    Usage more(long nanos, long now) {
        return new Usage(seconds(now) + nanos / SECOND, now);
    }
}
