package slipway.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When to kill: so long after the first sign of what is going on, at that site, or after that many acts of people. */
record Moment(Kind kind, int delayMillis, String site, int acts, boolean database) {
    static final int A_RELEASE = 10;
    private static final List<String> SITES = List.of("zurich", "new-york", "singapore-dr");
    private static final int ACTS_OF_A_RELEASE = 14;
    private static final List<Kind> REPEATABLE =
            List.of(Kind.BUILD, Kind.CHECK_IN, Kind.COPY, Kind.SWITCH, Kind.BETWEEN);

    /** That many moments, each kind once before any comes again in a release; the database falls every second time. */
    static List<Moment> plan(long seed, int count) {
        Random random = new Random(seed);
        List<Moment> moments = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int place = number % A_RELEASE;
            Kind kind = place < Kind.values().length
                    ? Kind.values()[place]
                    : REPEATABLE.get(random.nextInt(REPEATABLE.size()));
            moments.add(new Moment(
                    kind,
                    random.nextInt(kind.spread()),
                    SITES.get(random.nextInt(SITES.size())),
                    random.nextInt(ACTS_OF_A_RELEASE),
                    (number + number / A_RELEASE) % 2 == 1));
        }
        return moments;
    }

    @Override
    public String toString() {
        String where = switch (kind) {
            case COPY, SWITCH -> " at " + site;
            case BETWEEN -> " after act " + acts;
            default -> "";
        };
        return kind + where + " + " + delayMillis + " ms, application" + (database ? " and database" : "");
    }
}
