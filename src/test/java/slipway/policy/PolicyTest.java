package slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void coverage_is_a_percentage_from_nothing_to_all(int percent) {
        assertThat(policy(percent).minimumCoveragePercent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void coverage_is_nothing_else(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(percent))
                .withMessageContaining("minimum coverage " + percent);
    }

    @Test
    void no_time_is_allowed_and_less_than_none_is_not() {
        assertThat(new Policy(1, Duration.ZERO, Duration.ZERO, 95, List.of(), List.of()).soak())
                .isZero();
        for (Duration[] wrong :
                new Duration[][] {{Duration.ofSeconds(-1), Duration.ZERO}, {Duration.ZERO, Duration.ofSeconds(-1)}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Policy(1, wrong[0], wrong[1], 95, List.of(), List.of()))
                    .withMessageContaining("cannot be negative");
        }
    }

    @Test
    void a_window_and_a_freeze_last_some_time() {
        LocalTime eight = LocalTime.of(20, 0);
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");

        assertThat(new Policy.Window(Set.of(), eight, LocalTime.MIDNIGHT).to()).isEqualTo(LocalTime.MIDNIGHT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy.Window(Set.of(), eight, eight))
                .withMessageContaining("is empty");
        assertThat(new Policy.Freeze("close", noon, noon.plusNanos(1), Set.of()).sites())
                .isEmpty();
        for (Instant end : List.of(noon, noon.minusNanos(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Policy.Freeze("close", noon, end, Set.of()))
                    .withMessageContaining("'close' ends before it starts");
        }
    }

    private static Policy policy(int percent) {
        return new Policy(1, Duration.ZERO, Duration.ZERO, percent, List.of(), List.of());
    }
}
