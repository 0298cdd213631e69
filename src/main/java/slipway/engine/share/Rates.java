package slipway.engine.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import slipway.engine.share.Visitor.Kind;

/** How often each visitor may ask. Who asked for nothing lately may open a page at once with all that belongs to it. */
final class Rates {
    private static final int SECONDS_AT_ONCE = 10;
    /** Pages to log in need little, and everybody may come as a stranger. */
    private static final int SLOWER_FOR_STRANGERS = 3;
    /** Everybody of an office may come from one address, and begin the day with the files of a page. */
    private static final int MORE_FILES = 10;
    // Who comes from many addresses pushes out the oldest, not the memory.
    private static final int MOST = 100_000;

    private final RequestSettings settings;
    private final TimeMeter time;
    private final Cache<Object, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Logins(String address) {}

    private record Files(Visitor visitor) {}

    Rates(RequestSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
    }

    /** How long until the visitor may ask again; nothing when now. */
    Optional<Duration> asks(Visitor visitor) {
        return taken(buckets.get(visitor, any -> bucket(visitor, 1)));
    }

    /** The same for a file of a page. */
    Optional<Duration> asksForFile(Visitor visitor) {
        return taken(buckets.get(new Files(visitor), any -> bucket(visitor, MORE_FILES)));
    }

    /** The same for one more password from an address. */
    Optional<Duration> logsIn(String address) {
        return taken(
                buckets.get(new Logins(address), any -> bucket(settings.loginsPerMinute(), Duration.ofMinutes(1))));
    }

    private Bucket bucket(Visitor visitor, int more) {
        int slower = visitor.kind() == Kind.STRANGERS ? SLOWER_FOR_STRANGERS : 1;
        return bucket(
                settings.perSecond() * SECONDS_AT_ONCE * more, Duration.ofSeconds((long) SECONDS_AT_ONCE * slower));
    }

    private Bucket bucket(int most, Duration filledWithin) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, filledWithin))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Optional<Duration> taken(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
