package slipway.engine.share;

/** What a request will probably cost, and whether that is long: then it gets no place of the light ones, and few of the others. */
record Expected(double seconds, boolean isLong) {
    static final Expected NOTHING = new Expected(0, false);
}
