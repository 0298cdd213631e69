package slipway.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long an order waits after a failure that may pass; the same cycle as that of jobs which touch the world. */
final class Retries {
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    /** Who was tried that often has one try left. */
    static final int ONE_LEFT = WAITS.size();

    private Retries() {}

    /** The wait after that many tries; empty when it was tried often enough. */
    static Optional<Duration> after(int tries) {
        return tries > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(Math.max(tries, 1) - 1));
    }
}
