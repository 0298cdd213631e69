package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private static final Instant MOMENT = Instant.parse("2026-11-29T12:13:59Z");

    @Test
    void a_moment_is_told_to_the_minute_with_the_clock_that_shows_it() {
        assertThat(WallClock.utc(MOMENT)).isEqualTo("29 Nov 2026 12:13 UTC");
        assertThat(WallClock.at(MOMENT, ZoneId.of("Europe/Zurich"))).isEqualTo("29 Nov 2026 13:13 (Europe/Zurich)");
    }
}
