package slipway.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When to kill what: so long after the first sign of what is going on, at that site, or after that many acts of people
 * for the release of that delivery.
 */
record Moment(Kind kind, int delayMillis, String site, Delivery delivery, int acts, Victims victims) {
    /** How many a pair of releases is killed. */
    static final int A_PAIR = 10;

    private static final int KINDS_OF_A_PAIR = 6;
    private static final List<String> SITES = List.of("zurich", "new-york", "singapore-dr");
    /** After later acts the releases may be over before the delay is. */
    private static final int ACTS_BEFORE_THE_SOAK = 12;

    private static final List<Kind> REPEATABLE =
            List.of(Kind.BUILD, Kind.CHECK_IN, Kind.COPY, Kind.SWITCH, Kind.BETWEEN, Kind.START);

    private static final List<Victims> WITH_DATABASE =
            List.of(Victims.DATABASE, Victims.APPLICATION_AND_DATABASE, Victims.EVERYTHING);

    private static final List<Victims> ALONE = List.of(Victims.APPLICATION, Victims.ASKED);

    /** That many moments, each kind once before any comes again in a pair of releases. */
    static List<Moment> plan(long seed, int count) {
        Random random = new Random(seed);
        List<Moment> moments = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int place = number % A_PAIR;
            Kind kind =
                    place < KINDS_OF_A_PAIR ? Kind.values()[place] : REPEATABLE.get(random.nextInt(REPEATABLE.size()));
            moments.add(new Moment(
                    kind,
                    random.nextInt(kind.spread()),
                    SITES.get(random.nextInt(SITES.size())),
                    Delivery.values()[random.nextInt(Delivery.values().length)],
                    random.nextInt(ACTS_BEFORE_THE_SOAK),
                    victims(kind, number, random)));
        }
        return moments;
    }

    /** While mails leave, and between acts, anything may fall; else the application, its database every second time. */
    private static Victims victims(Kind kind, int number, Random random) {
        Victims[] all = Victims.values();
        boolean database = (number + number / A_PAIR) % 2 == 1;
        return switch (kind) {
            case MAIL -> all[number / A_PAIR % all.length];
            case BETWEEN -> all[random.nextInt(all.length)];
            default ->
                database
                        ? WITH_DATABASE.get(random.nextInt(WITH_DATABASE.size()))
                        : ALONE.get(random.nextInt(ALONE.size()));
        };
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
            case COPY -> " at " + site;
            case SWITCH -> " of " + delivery.unit() + " at " + site;
            case BETWEEN, START -> " after act " + acts + " for " + delivery.unit();
            default -> "";
        };
        return kind + where + " + " + delayMillis + " ms, " + victims.words();
    }
}
