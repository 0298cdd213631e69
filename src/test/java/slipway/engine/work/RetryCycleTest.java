package slipway.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import slipway.engine.TerminalFailure;

class RetryCycleTest {

    @Test
    void each_failure_waits_longer_until_nothing_is_left() {
        assertThat(RetryCycle.after(null)).isEqualTo(new RetryCycle(4, Duration.ofSeconds(10)));
        assertThat(RetryCycle.after(4)).isEqualTo(new RetryCycle(3, Duration.ofMinutes(1)));
        assertThat(RetryCycle.after(3)).isEqualTo(new RetryCycle(2, Duration.ofMinutes(10)));
        assertThat(RetryCycle.after(2)).isEqualTo(new RetryCycle(1, Duration.ofHours(1)));
        assertThat(RetryCycle.after(1)).isEqualTo(RetryCycle.exhausted());
        assertThat(RetryCycle.after(0)).isEqualTo(new RetryCycle(0, Duration.ZERO));
    }

    @Test
    void more_retries_than_the_cycle_has_wait_as_at_first() {
        assertThat(RetryCycle.after(9)).isEqualTo(new RetryCycle(8, Duration.ofSeconds(10)));
    }

    @Test
    void what_will_not_pass_is_found_behind_whatever_it_caused() {
        TerminalFailure terminal = new TerminalFailure("401 from the build server");

        assertThat(Failures.isTerminal(terminal)).isTrue();
        assertThat(Failures.isTerminal(new IllegalStateException(new RuntimeException(terminal))))
                .isTrue();
        assertThat(Failures.isTerminal(new IllegalStateException("later, perhaps")))
                .isFalse();
    }
}
