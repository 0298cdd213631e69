package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    @Test
    void the_engine_evaluates_what_stands_in_braces_after_a_sign() {
        assertThat(Expressions.isIn("a ${b}")).isTrue();
        assertThat(Expressions.isIn("a #{b}")).isTrue();
        assertThat(Expressions.isIn("{b} for 5 $")).isFalse();
    }

    @Test
    void a_bean_is_named_and_nothing_is_asked_of_it() {
        assertThat(Expressions.bean(" #{ installWave } ")).contains("installWave");
        assertThat(Expressions.bean("${installWave.run()}")).isEmpty();
        assertThat(Expressions.bean("installWave")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10S", "R3/PT10M", "R/P1D", "2026-12-01T10:00:00Z", "${soak}", " P1D "})
    void a_timer_is_an_iso_text_or_a_variable(String timer) {
        assertThat(Expressions.isTimer(timer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a.b()}", "tomorrow", "P", "", "R3/", "${a == b}"})
    void a_timer_is_nothing_else(String timer) {
        assertThat(Expressions.isTimer(timer)).isFalse();
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
        assertThat(Expressions.isValue(value)).isEqualTo(allowed);
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
            })
    void a_condition_is_made_of_plain_comparisons(String condition, boolean allowed) {
        assertThat(Expressions.isCondition(condition)).isEqualTo(allowed);
    }

    @Test
    void a_business_key_is_handed_on_and_never_made_up() {
        assertThat(Expressions.isBusinessKey("#{execution.processBusinessKey}")).isTrue();
        assertThat(Expressions.isBusinessKey("${other}")).isFalse();
        assertThat(Expressions.isBusinessKey("REL-2026-0001")).isFalse();
    }
}
