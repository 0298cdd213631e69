package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @Test
    void the_engine_evaluates_what_stands_in_braces_after_a_sign() {
        assertThat(Plain.isEvaluated("a ${b}")).isTrue();
        assertThat(Plain.isEvaluated("a #{b}")).isTrue();
        assertThat(Plain.isEvaluated("{b} for 5 $")).isFalse();
    }

    @Test
    void a_text_may_be_as_long_as_a_file() {
        String text = "{x}$ ".repeat(400_000);

        assertThat(Plain.isEvaluated(text)).isFalse();
        assertThat(Plain.VALUE.fits(text)).isTrue();
        assertThat(Plain.isEvaluated(text + "${a}")).isTrue();
    }

    @Test
    void a_bean_is_named_and_nothing_is_asked_of_it() {
        assertThat(Plain.bean(" #{ installWave } ")).contains("installWave");
        assertThat(Plain.bean("${installWave.run()}")).isEmpty();
        assertThat(Plain.bean("installWave")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT10S",
                "R3/PT10M",
                "R/P1D",
                "R2/P0DT00H01M",
                "R/2026-12-01T10:00:00Z/PT15M",
                "2026-12-01/PT15S",
                "P1Y2M3DT4H",
                "P2W",
                "PT1.5S",
                "2026-12-01T10:00:00Z",
                "${soak}",
                " P1D "
            })
    void a_timer_is_an_iso_text_or_a_variable(String timer) {
        assertThat(Plain.TIMER.fits(timer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a.b()}", "tomorrow", "P", "", "R3/", "${a == b}", "P24H", "PT", "P1.5.D", "P1D2Y"})
    void a_timer_is_nothing_else(String timer) {
        assertThat(Plain.TIMER.fits(timer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P0D", "PT00H00M0.0S", "2026-12-01/PT0M"})
    void a_timer_is_longer_than_nothing(String timer) {
        assertThat(Plain.TIMER.fits(timer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"R/PT1S", "R3/PT59S", "R/PT0M30S", "R/P0DT0H0M1S", "R/2026-12-01/PT9S", "R/2026-12-01T10:00:00Z"
            })
    void a_timer_repeats_at_most_once_a_minute(String timer) {
        assertThat(Plain.TIMER.fits(timer)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | true",
                "${a} | true",
                "#{'text'} | true",
                "${-1.5} | true",
                "${a.b} | false",
                "${a} and ${b} | false",
            })
    void a_value_is_a_text_or_one_variable_or_literal(String value, boolean allowed) {
        assertThat(Plain.VALUE.fits(value)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "${accepted} ; true",
                "${!accepted} ; true",
                "${goNoGo == 'REPLAN'} ; true",
                "${sites > 3 && ready || late <= 2} ; true",
                "accepted ; false",
                "${''.getClass()} ; false",
                "${a}${b.c()} ; false",
                "${a\u00a0== 'x'} ; false",
            })
    void a_condition_is_made_of_plain_comparisons(String condition, boolean allowed) {
        assertThat(Plain.CONDITION.fits(condition)).isEqualTo(allowed);
    }

    @Test
    void a_business_key_is_handed_on_and_never_made_up() {
        assertThat(Plain.BUSINESS_KEY.fits("#{execution.processBusinessKey}")).isTrue();
        assertThat(Plain.BUSINESS_KEY.fits("${other}")).isFalse();
        assertThat(Plain.BUSINESS_KEY.fits("REL-2026-0001")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_reads_its_pattern_finds_what_fits_as_the_gate_does(Plain form) {
        Pattern pattern = Pattern.compile(form.pattern());
        for (String text :
                List.of("plain", "${a}", "P1D", "external", "deployment", "${execution.processBusinessKey}")) {
            assertThat(pattern.matcher(text).matches()).as(text).isEqualTo(form.fits(text));
        }
    }
}
