package slipway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
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

    private static Policy policy(int percent) {
        return new Policy(1, Duration.ZERO, Duration.ZERO, percent, List.of(), List.of());
    }
}
