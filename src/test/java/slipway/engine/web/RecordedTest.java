package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private long now;
    private final Recorded recorded = new Recorded(new Turned());

    @Test
    void ten_in_an_hour_come_on_record_for_each_person_and_ten_for_all_strangers() {
        assertThat(of("ada")).isEqualTo(10);
        assertThat(of(null)).isEqualTo(10);
        assertThat(of("ben")).isEqualTo(10);

        now += Duration.ofMinutes(6).toNanos();
        assertThat(of("ada")).isEqualTo(1);
        assertThat(of(null)).isEqualTo(1);
    }

    private long of(@Nullable String account) {
        return IntStream.range(0, 50).filter(each -> recorded.oneMore(account)).count();
    }

    private final class Turned implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
