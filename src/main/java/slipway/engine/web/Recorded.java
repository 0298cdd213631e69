package slipway.engine.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many refusals come on record of what is refused before anybody has a place: ten in an hour for each person, and ten
 * for all strangers together. More of them tell nothing new, and must not fill the disk.
 */
final class Recorded {
    static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int PEOPLE = 10_000;

    private final TimeMeter time;
    private final Bucket strangers;
    private final Cache<String, Bucket> people =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();

    Recorded(TimeMeter time) {
        this.time = time;
        this.strangers = bucket();
    }

    /** Whether one more comes on record; {@code account} is of a session, and nobody chose it. */
    boolean oneMore(@Nullable String account) {
        return (account == null ? strangers : people.get(account, any -> bucket())).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, WITHIN))
                .withCustomTimePrecision(time)
                .build();
    }
}
