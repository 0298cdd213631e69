package slipway.engine.work;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left after a failure that may pass: the same cycle as that of jobs which touch the world. */
record RetryCycle(int retries, Duration pause) {
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    static RetryCycle after(@Nullable Integer retries) {
        int left = retries == null ? WAITS.size() : retries - 1;
        if (left <= 0) {
            return exhausted();
        }
        return new RetryCycle(left, WAITS.get(Math.max(0, WAITS.size() - left)));
    }

    static RetryCycle exhausted() {
        return new RetryCycle(0, Duration.ZERO);
    }
}
