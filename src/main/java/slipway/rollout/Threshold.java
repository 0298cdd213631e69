package slipway.rollout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many of a wave's sites may fail, in percent of those planned. */
public record Threshold(int percent) {
    public Threshold {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a threshold lies between 0 and 100 percent, not at " + percent);
        }
    }

    /** A whole number from 0 to 100; anything else cannot be read and stops the wave. */
    public static Optional<Threshold> read(@Nullable Object value) {
        return value instanceof Number number
                        && number.doubleValue() == Math.rint(number.doubleValue())
                        && number.doubleValue() >= 0
                        && number.doubleValue() <= 100
                ? Optional.of(new Threshold(number.intValue()))
                : Optional.empty();
    }

    /** Whether the failed share is greater; exactly equal is not, and of no sites none has failed. */
    public boolean exceededBy(int failed, int planned) {
        if (failed < 0 || failed > planned) {
            throw new IllegalArgumentException(failed + " of " + planned + " sites cannot have failed");
        }
        return 100L * failed > (long) percent * planned;
    }
}
