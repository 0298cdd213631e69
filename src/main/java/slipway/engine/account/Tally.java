package slipway.engine.account;

import java.time.Duration;
import java.time.Instant;

/** Wrong passwords in a row, and when the last one came; forgotten an hour after that. */
record Tally(int wrong, Instant last) {
    static final Duration KEPT = Duration.ofHours(1);
    static final Tally NONE = new Tally(0, Instant.EPOCH);

    Tally more(Instant now) {
        return new Tally(forgotten(now) ? 1 : wrong + 1, now);
    }

    /** One of them was right after all. */
    Tally less() {
        return new Tally(Math.max(0, wrong - 1), last);
    }

    boolean waits(Patience patience, Instant now) {
        return since(now).compareTo(patience.after(wrong)) < 0;
    }

    private boolean forgotten(Instant now) {
        return since(now).compareTo(KEPT) >= 0;
    }

    // A clock that was set back must not make anybody wait for it.
    private Duration since(Instant now) {
        return Duration.between(last, now).abs();
    }
}
