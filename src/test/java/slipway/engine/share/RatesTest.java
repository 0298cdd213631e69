package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatesTest {
    private long now;
    private final Rates rates = new Rates(new RequestSettings(2, 5, Duration.ofSeconds(5)), new Turned());

    @Test
    void a_page_opens_at_once_and_then_a_person_waits_for_the_rate() {
        Visitor ada = Visitor.person("ada");

        assertThat(granted(() -> rates.asks(ada).isEmpty())).isEqualTo(20);
        assertThat(rates.asks(ada)).contains(Duration.ofMillis(500));
        assertThat(rates.asks(Visitor.person("ben"))).isEmpty();
        later(Duration.ofSeconds(1));
        assertThat(granted(() -> rates.asks(ada).isEmpty())).isEqualTo(2);
    }

    @Test
    void strangers_of_an_address_get_a_third_of_it() {
        Visitor strangers = Visitor.strangers("10.0.0.1");

        assertThat(granted(() -> rates.asks(strangers).isEmpty())).isEqualTo(20);
        later(Duration.ofSeconds(3));
        assertThat(granted(() -> rates.asks(strangers).isEmpty())).isEqualTo(2);
    }

    @Test
    void files_of_pages_have_a_rate_of_their_own_ten_times_as_high() {
        Visitor strangers = Visitor.strangers("10.0.0.1");

        assertThat(granted(() -> rates.asks(strangers).isEmpty())).isEqualTo(20);
        assertThat(IntStream.range(0, 300)
                        .filter(each -> rates.asksForFile(strangers).isEmpty())
                        .count())
                .isEqualTo(200);
        later(Duration.ofSeconds(3));
        assertThat(granted(() -> rates.asksForFile(strangers).isEmpty())).isEqualTo(20);
    }

    @Test
    void passwords_have_a_rate_of_their_own_by_address() {
        assertThat(granted(() -> rates.logsIn("10.0.0.1").isEmpty())).isEqualTo(5);
        assertThat(rates.logsIn("10.0.0.1")).contains(Duration.ofSeconds(12));
        assertThat(rates.logsIn("10.0.0.2")).isEmpty();
        assertThat(rates.asks(Visitor.strangers("10.0.0.1"))).isEmpty();
    }

    private static long granted(BooleanSupplier asks) {
        return IntStream.range(0, 100).filter(each -> asks.getAsBoolean()).count();
    }

    private void later(Duration wait) {
        now += wait.toNanos();
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
