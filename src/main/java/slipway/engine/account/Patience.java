package slipway.engine.account;

import java.time.Duration;

/** How many wrong passwords go through at full speed, and how long the next attempt then waits at most. */
enum Patience {
    /** For one account from an address where it never logged in. */
    STRANGER(5, Duration.ofMinutes(15)),
    /** For one account from an address where it did: whoever shares the address must not keep the person out. */
    KNOWN(100, Duration.ofSeconds(10)),
    /** For many accounts from one address. */
    ADDRESS(30, Duration.ofMinutes(15)),
    /** For one account from many addresses where it never logged in. */
    ACCOUNT(30, Duration.ofMinutes(15));

    private static final int LONGEST_DOUBLING = 20;

    private final int free;
    private final Duration most;

    Patience(int free, Duration most) {
        this.free = free;
        this.most = most;
    }

    /** After so many wrong ones: nothing at first, then two seconds, doubled each time up to the most. */
    Duration after(int wrong) {
        int over = Math.min(wrong - free, LONGEST_DOUBLING);
        if (over <= 0) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Math.min(1L << over, most.toSeconds()));
    }

    /** Whether this is the first one that makes the next wait. */
    boolean begins(int wrong) {
        return wrong == free + 1;
    }
}
