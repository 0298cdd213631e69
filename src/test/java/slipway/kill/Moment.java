package slipway.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When to kill: so long after the first sign of what is going on, at that site, or after that many acts of people. */
record Moment(Kind kind, int delayMillis, String site, int acts, boolean database) {
    static final int A_RELEASE = 10;
    private static final int KINDS_OF_A_RELEASE = 6;
    private static final List<String> SITES = List.of("zurich", "new-york", "singapore-dr");
    /** After later acts the release may be over before the delay is. */
    private static final int ACTS_BEFORE_THE_SOAK = 12;

    private static final List<Kind> REPEATABLE =
            List.of(Kind.BUILD, Kind.CHECK_IN, Kind.COPY, Kind.SWITCH, Kind.BETWEEN, Kind.START);

    /** That many moments, each kind once before any comes again in a release; the database falls every second time. */
    static List<Moment> plan(long seed, int count) {
        Random random = new Random(seed);
        List<Moment> moments = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int place = number % A_RELEASE;
            Kind kind = place < KINDS_OF_A_RELEASE
                    ? Kind.values()[place]
                    : REPEATABLE.get(random.nextInt(REPEATABLE.size()));
            moments.add(new Moment(
                    kind,
                    random.nextInt(kind.spread()),
                    SITES.get(random.nextInt(SITES.size())),
                    random.nextInt(ACTS_BEFORE_THE_SOAK),
                    (number + number / A_RELEASE) % 2 == 1));
        }
        return moments;
    }

    /** Whether what it waits for stays true after another kill. */
    boolean lasts() {
        return kind == Kind.BETWEEN || kind == Kind.START;
    }

    /** A start is killed by a second kill, which comes so much later. */
    int untilKillMillis() {
        return kind == Kind.START ? 0 : delayMillis;
    }

    @Override
    public String toString() {
        String where = switch (kind) {
            case COPY, SWITCH -> " at " + site;
            case BETWEEN, START -> " after act " + acts;
            default -> "";
        };
        return kind + where + " + " + delayMillis + " ms, application" + (database ? " and database" : "");
    }
}
