package slipway.kill;

/** What a release is doing when it is killed, and for how long after the first sign of it the kill may come. */
enum Kind {
    BUILD(2_500),
    CHECK_IN(800),
    MAIL(25),
    COPY(400),
    SWITCH(120),
    BETWEEN(4_000),
    /** Killed between, and again while it starts. */
    START(12_000);

    private final int spread;

    Kind(int spread) {
        this.spread = spread;
    }

    int spread() {
        return spread;
    }
}
