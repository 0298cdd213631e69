package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    @ParameterizedTest(name = "{1} of {2} against {0} %: stops = {3}")
    @CsvSource({
        "20, 0, 5, false",
        "20, 1, 5, false",
        "20, 2, 5, true",
        "20, 1, 4, true",
        "20, 1, 2, true",
        "20, 0, 0, false",
        "0, 0, 3, false",
        "0, 1, 1000000, true",
        "100, 3, 3, false",
        "33, 1, 3, true",
        "34, 1, 3, false",
        "50, 1, 2, false",
        "100, 0, 0, false",
        "1, 20000000, 2000000000, false",
        "1, 20000001, 2000000000, true"
    })
    void a_wave_stops_only_when_more_than_the_threshold_failed(int percent, int failed, int planned, boolean stops) {
        assertThat(new Threshold(percent).exceededBy(failed, planned)).isEqualTo(stops);
    }

    @Test
    void only_a_whole_percentage_can_be_read() {
        assertThat(Threshold.read(20)).contains(new Threshold(20));
        assertThat(Threshold.read(0)).contains(new Threshold(0));
        assertThat(Threshold.read(100)).contains(new Threshold(100));
        assertThat(Threshold.read(20L)).contains(new Threshold(20));
        assertThat(Threshold.read(new BigDecimal("20.0"))).contains(new Threshold(20));
        assertThat(Threshold.read(null)).isEmpty();
        assertThat(Threshold.read("20")).isEmpty();
        assertThat(Threshold.read(20.5)).isEmpty();
        assertThat(Threshold.read(Double.NaN)).isEmpty();
        assertThat(Threshold.read(-1)).isEmpty();
        assertThat(Threshold.read(101)).isEmpty();
    }

    @Test
    void more_sites_than_planned_cannot_have_failed() {
        assertThatThrownBy(() -> new Threshold(20).exceededBy(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(101)).isInstanceOf(IllegalArgumentException.class);
    }
}
