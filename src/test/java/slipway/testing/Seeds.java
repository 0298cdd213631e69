package slipway.testing;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Seeds of what tests try at random: new ones in every run, so that each run tries something else. It is printed, and
 * given again as the property it is tried again.
 */
public final class Seeds {
    private static final int MOST = 1_000_000_000;

    private Seeds() {}

    /** What the property says; another number in each run when it says nothing. */
    public static long of(String property) {
        String given = System.getProperty(property, "");
        long seed = given.isBlank() ? ThreadLocalRandom.current().nextInt(1, MOST) : Long.parseLong(given);
        System.out.println("-D" + property + "=" + seed);
        return seed;
    }
}
