package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    private static final String NONE = "no limit";

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
        "12.5, 1, 8, false",
        "12.5, 2, 16, false",
        "12.5, 1, 7, true",
        "12.49, 1, 8, true",
        "0.1, 1, 1000, false",
        "0.1, 2, 1999, true",
        "1, 20000000, 2000000000, false",
        "1, 20000001, 2000000000, true"
    })
    void a_wave_stops_only_when_more_than_the_threshold_failed(
            BigDecimal percent, int failed, int planned, boolean stops) {
        Threshold threshold = Threshold.read(percent, NONE, NONE).orElseThrow();
        assertThat(threshold.passedBy(failed, planned, 0, 1)).hasSize(stops ? 1 : 0);
        assertThat(Threshold.read(percent.doubleValue(), NONE, NONE)).contains(threshold);
    }

    @ParameterizedTest(name = "{1} against at most {0}: {2}")
    @CsvSource({
        "3, 3, ''",
        "3, 4, 4 sites of wave 2 failed; more than 3 stop a wave.",
        "1, 1, ''",
        "1, 2, 2 sites of wave 2 failed; more than 1 stop a wave.",
        "0, 0, ''",
        "0, 1, 1 site of wave 2 failed; none may."
    })
    void a_wave_stops_only_when_more_sites_failed_than_may(int most, int failed, String passed) {
        Threshold threshold = Threshold.read(100, most, NONE).orElseThrow();
        assertThat(String.join(" ", threshold.passedBy(failed, 10, 0, 2))).isEqualTo(passed);
    }

    @ParameterizedTest(name = "{1} in a row against {0}: {2}")
    @CsvSource({
        "3, 2, ''",
        "3, 3, 3 sites of wave 2 failed one after another; 3 stop a wave.",
        "3, 4, 4 sites of wave 2 failed one after another; 3 stop a wave.",
        "1, 0, ''",
        "1, 1, 1 site of wave 2 failed one after another; 1 stops a wave."
    })
    void as_many_sites_as_stop_when_they_fail_one_after_another_stop_and_fewer_do_not(
            int least, int row, String passed) {
        Threshold threshold = Threshold.read(100, NONE, least).orElseThrow();
        assertThat(String.join(" ", threshold.passedBy(4, 10, row, 2))).isEqualTo(passed);
    }

    @Test
    void what_is_not_limited_in_so_many_words_is_not_and_what_is_empty_cannot_be_read() {
        Threshold unlimited = Threshold.read(100, NONE, NONE).orElseThrow();
        assertThat(unlimited.passedBy(10, 10, 10, 2)).isEmpty();
        assertThat(unlimited.words()).isEqualTo("somebody stops it");
        assertThat(Threshold.read(null, 3, 3)).isEmpty();
        assertThat(Threshold.read(20, null, 3)).isEmpty();
        assertThat(Threshold.read(20, 3, null)).isEmpty();
    }

    @Test
    void it_says_when_it_stops() {
        assertThat(Threshold.read(12.5, 3, 2))
                .map(Threshold::words)
                .contains(
                        "more than 12.5 % of its sites failed, or more than 3 sites failed, or 2 sites failed one after"
                                + " another");
        assertThat(Threshold.read(100, 0, NONE)).map(Threshold::words).contains("a site failed");
        assertThat(Threshold.read(100, 1, NONE)).map(Threshold::words).contains("more than 1 site failed");
    }

    @Test
    void only_numbers_that_make_sense_can_be_read() {
        Threshold whole = new Threshold(new BigDecimal("20"), OptionalInt.of(3), OptionalInt.of(2));
        assertThat(Threshold.read(20, 3L, new BigDecimal("2.0"))).contains(whole);
        assertThat(Threshold.read(20L, 3.0, 2)).contains(whole);
        assertThat(Threshold.read(new BigDecimal("20.0"), 3, 2)).contains(whole);
        assertThat(Threshold.read(0, 0, 1)).isPresent();
        assertThat(Threshold.read(100, 0, 1)).isPresent();
        assertThat(Threshold.read(100, Integer.MAX_VALUE, 1)).isPresent();
        for (Object percent : new Object[] {"20", NONE, Double.NaN, Double.POSITIVE_INFINITY, -1, -0.5, 100.5, true}) {
            assertThat(Threshold.read(percent, 3, 2)).as("%s", percent).isEmpty();
        }
        for (Object most : new Object[] {"3", "", -1, 2.5, Double.NaN, 3_000_000_000L}) {
            assertThat(Threshold.read(20, most, 2)).as("%s", most).isEmpty();
        }
        for (Object row : new Object[] {"3", 0, -1, 2.5, 3_000_000_000L}) {
            assertThat(Threshold.read(20, 3, row)).as("%s", row).isEmpty();
        }
    }

    @Test
    void what_cannot_be_is_no_threshold_and_no_figure() {
        Threshold twenty = Parts.share(20);
        assertThatThrownBy(() -> twenty.passedBy(2, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twenty.passedBy(1, 2, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Parts.share(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(BigDecimal.TEN, OptionalInt.of(-1), OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(BigDecimal.TEN, OptionalInt.empty(), OptionalInt.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_wave_is_the_pilot_where_others_follow() {
        Thresholds thresholds = new Thresholds(Parts.share(0), Parts.share(20));
        assertThat(thresholds.of(1, 2)).isEqualTo(thresholds.pilot());
        assertThat(thresholds.of(2, 2)).isEqualTo(thresholds.wave());
        assertThat(thresholds.of(1, 1)).isEqualTo(thresholds.wave());
        assertThat(thresholds.words(2))
                .isEqualTo(
                        "The pilot, wave 1, stops when more than 0 % of its sites failed; a later wave when more than"
                                + " 20 % of its sites failed.");
        assertThat(thresholds.words(1)).isEqualTo("The wave stops when more than 20 % of its sites failed.");
    }
}
