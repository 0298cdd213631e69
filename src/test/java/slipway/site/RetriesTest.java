package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void each_wait_is_longer_and_after_five_tries_there_is_none() {
        assertThat(Retries.after(0)).contains(Duration.ofSeconds(10));
        assertThat(Retries.after(1)).contains(Duration.ofSeconds(10));
        assertThat(Retries.after(2)).contains(Duration.ofMinutes(1));
        assertThat(Retries.after(3)).contains(Duration.ofMinutes(10));
        assertThat(Retries.after(4)).contains(Duration.ofHours(1));
        assertThat(Retries.after(5)).isEmpty();
        assertThat(Retries.after(6)).isEmpty();
    }
}
