package slipway.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a release is to achieve, so that somebody can say met or missed. Without those that are {@code critical} for going
 * live it failed; {@code measured} says when others can be told, where that is later than its early life.
 */
public record Objective(String words, boolean critical, Optional<Instant> measured) {
    /** How far ahead anything is measured. */
    public static final int MOST_YEARS = 5;

    /** Whether nobody would wait for it. */
    public static boolean tooLate(Instant measured, Instant now) {
        return measured.isAfter(now.atZone(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant());
    }
}
