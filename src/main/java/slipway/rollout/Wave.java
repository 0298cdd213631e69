package slipway.rollout;

import java.time.Instant;
import java.util.Optional;

/**
 * A wave since it was started last: {@code planned} counts the sites with something to do, the next three where they
 * ended. {@code batch} numbers its orders; {@code why} says why it stopped, empty = it did not.
 */
record Wave(
        int number,
        WaveState state,
        long batch,
        Optional<Threshold> threshold,
        int planned,
        int verified,
        int failed,
        int notReached,
        String why,
        Instant startedAt) {

    /** What the ends of its sites so far mean. */
    enum Verdict {
        /** More is to come. */
        GOES_ON,
        /** Too many failed: no further site may begin. */
        STOPS,
        /** Nothing is under way any more. */
        IS_SETTLED
    }

    /** Judged after every outcome; a threshold that cannot be read stops. */
    Verdict verdict() {
        if (state == WaveState.RUNNING && tooManyFailed()) {
            return Verdict.STOPS;
        }
        return verified + failed + notReached == planned ? Verdict.IS_SETTLED : Verdict.GOES_ON;
    }

    String tooMany() {
        return failed + " of " + planned + " sites of wave " + number + " failed, against "
                + threshold.map(limit -> limit.percent() + " %").orElse("a threshold that cannot be read") + ".";
    }

    boolean tooManyFailed() {
        return threshold.map(limit -> limit.exceededBy(failed, planned)).orElse(failed > 0);
    }
}
