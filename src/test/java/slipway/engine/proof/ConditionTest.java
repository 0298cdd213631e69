package slipway.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.engine.proof.Condition.Holds;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ${a}                       ~ a=true          ~ YES
            ${a}                       ~ a=false         ~ NO
            ${a}                       ~ a=*             ~ MAYBE
            ${!a}                      ~ a=true          ~ NO
            ${!a}                      ~ a=false         ~ YES
            #{ ! a }                   ~ a=*             ~ MAYBE
            ${a == 'GO'}               ~ a=GO            ~ YES
            ${a == "GO"}               ~ a=NO            ~ NO
            ${a == 'GO'}               ~ a=*             ~ MAYBE
            ${a == 'GO'}               ~ a=null          ~ NO
            ${a == null}               ~ a=null          ~ YES
            ${a != 'GO'}               ~ a=GO            ~ NO
            ${a != 'GO'}               ~ a=NO            ~ YES
            ${a == true}               ~ a=true          ~ YES
            ${a == 12.5}               ~ a=12.5          ~ YES
            ${a > 5}                   ~ a=9             ~ MAYBE
            ${a == b}                  ~ a=x;b=x         ~ MAYBE
            ${a && b}                  ~ a=true;b=true   ~ YES
            ${a && b}                  ~ a=true;b=false  ~ NO
            ${a && b}                  ~ a=true;b=*      ~ MAYBE
            ${a && b}                  ~ a=*;b=false     ~ NO
            ${a && b}                  ~ a=*;b=true      ~ MAYBE
            ${a || b}                  ~ a=false;b=false ~ NO
            ${a || b}                  ~ a=false;b=true  ~ YES
            ${a || b}                  ~ a=*;b=true      ~ YES
            ${a || b}                  ~ a=true;b=*      ~ YES
            ${a || b}                  ~ a=*;b=false     ~ MAYBE
            ${a == 'X' && b || c}      ~ a=X;b=false;c=true ~ YES
            """)
    void it_holds_as_far_as_is_known(String text, String facts, Holds holds) {
        assertThat(new Condition(text).in(facts(facts))).isEqualTo(holds);
    }

    private static Map<String, String> facts(String text) {
        return Arrays.stream(text.split(";"))
                .map(fact -> fact.split("="))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1]));
    }

    @Test
    void what_is_not_known_may_be_anything() {
        assertThat(new Condition("${a == 'GO'}").in(Map.of())).isEqualTo(Holds.MAYBE);
    }

    @Test
    void it_reads_variables_and_no_literals() {
        Condition condition = new Condition("${a == 'GO' && !b || c == d || e == true || f == null || g == 7}");

        assertThat(condition.reads()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "g");
        assertThat(condition.plain()).containsExactly("b");
        assertThat(condition.compares("a")).containsExactly("GO");
        assertThat(condition.compares("b")).isEmpty();
        assertThat(condition.compares("c")).isEmpty();
        assertThat(condition.compares("g")).containsExactly("7");
    }

    @Test
    void what_the_gate_lets_in_nowhere_is_no_condition() {
        assertThatThrownBy(() -> new Condition("${a.b()}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.b()");
    }
}
