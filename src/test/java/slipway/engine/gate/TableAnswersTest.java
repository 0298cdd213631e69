package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipway.engine.Finding;
import slipway.testing.TinyModels;

class TableAnswersTest {
    private static final String TYPE = "dmn/release/release-type.dmn";
    private static final String STRATEGY = "dmn/rollout/wave-strategy.dmn";

    @ParameterizedTest
    @MethodSource
    void a_shipped_table_answers_everything(String file) {
        assertThat(TableAnswers.check(file, shipped(file))).isEmpty();
    }

    static List<String> a_shipped_table_answers_everything() {
        return List.copyOf(ModelSet.shipped().tables().keySet());
    }

    @Test
    void a_hole_is_told_with_what_falls_through() {
        String holed = without(without(shipped(TYPE), 4), 2);

        assertThat(TableAnswers.check(TYPE, holed))
                .extracting(Finding::toString)
                .containsExactly(TYPE + ", decision 'release-type': answers nothing for highestImpact = HIGH, urgent ="
                        + " false; add a rule, or a last one for the rest [answers-each]");
    }

    @Test
    void a_hole_between_two_numbers_is_found() {
        String holed = without(shipped(STRATEGY), 7).replace("(10..100]", "(12..100]");

        assertThat(TableAnswers.check(STRATEGY, holed))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason())
                        .containsAnyOf("releaseType = MINOR, siteCount = 11", "releaseType = MINOR, siteCount = 12"));
    }

    @Test
    void two_rules_of_a_table_of_single_hits_do_not_both_match() {
        String overlapping = shipped(TYPE).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"");

        assertThat(TableAnswers.check(TYPE, overlapping))
                .extracting(Finding::rule)
                .containsExactly("one-answer");
    }

    @Test
    void a_table_that_collects_may_leave_something_out() {
        String some =
                TinyModels.table("tiny", "").replace("FIRST", "COLLECT").replace("<text></text>", "<text>3</text>");

        assertThat(TableAnswers.check("tiny.dmn", some)).isEmpty();
        assertThat(TableAnswers.check("tiny.dmn", some.replace("COLLECT", "FIRST")))
                .extracting(Finding::rule)
                .containsExactly("answers-each");
    }

    @Test
    void texts_of_which_no_values_are_declared_are_tried_as_rules_name_them_and_otherwise() {
        String texts = TinyModels.table("tiny", "")
                .replace("integer", "string")
                .replace("<text>1</text>", "<text>\"a\"</text>")
                .replace("<text>2</text>", "<text>\"b\",\"a\"</text>");
        assertThat(TableAnswers.check("tiny.dmn", texts)).isEmpty();
        assertThat(TableAnswers.check("tiny.dmn", texts.replace("<text></text>", "<text>\"c\"</text>")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("x = (any)"));
        String once = texts.replace("FIRST", "UNIQUE").replace("<text></text>", "<text>\"c\"</text>");
        assertThat(TableAnswers.check("tiny.dmn", once))
                .extracting(Finding::rule)
                .contains("one-answer");
    }

    @Test
    void dates_and_what_is_worked_out_are_left_to_whoever_tries_them() {
        String dates =
                TinyModels.table("tiny", "").replace("integer", "date").replace("<text></text>", "<text>-</text>");
        assertThat(TableAnswers.check("tiny.dmn", dates)).isEmpty();
        String sums = TinyModels.table("tiny", "").replace("<text>x</text>", "<text>x + y</text>");
        assertThat(TableAnswers.check("tiny.dmn", sums)).isEmpty();
    }

    @Test
    void a_hole_between_a_number_and_the_next_fraction_is_found() {
        String fractions = TinyModels.table("tiny", "")
                .replace("integer", "double")
                .replace("<text>1</text>", "<text>&lt;= 10</text>")
                .replace("<text>2</text>", "<text>&gt;= 11</text>")
                .replace("<text></text>", "<text>&gt; 20</text>");
        assertThat(TableAnswers.check("tiny.dmn", fractions))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("x = 10.5"));
    }

    @Test
    void what_is_no_feel_is_told() {
        String broken = TinyModels.table("tiny", "").replace("<text>2</text>", "<text>[2..</text>");

        assertThat(TableAnswers.check("tiny.dmn", broken)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("feel-readable");
            assertThat(finding.reason()).contains("[2..");
        });
    }

    @Test
    void a_table_of_too_many_combinations_is_refused_and_not_tried() {
        StringBuilder rules = new StringBuilder();
        for (int number = 0; number < 2_000; number++) {
            rules.append("<rule id=\"R%1$d\"><inputEntry id=\"X%1$d\"><text>%1$d0</text></inputEntry>"
                            .formatted(number))
                    .append("<outputEntry id=\"Y%d\"><text>\"x\"</text></outputEntry></rule>".formatted(number));
        }
        String large = TinyModels.table("tiny", "").replace("</decisionTable>", rules + "</decisionTable>");

        assertThat(TableAnswers.check("tiny.dmn", large))
                .extracting(Finding::rule)
                .containsExactly("table-size");
    }

    private static String shipped(String file) {
        return ModelSet.shipped().files().getOrDefault(file, "");
    }

    /** Without its rule at that place, the first being 1. */
    private static String without(String table, int place) {
        int begin = -1;
        for (int rule = 0; rule < place; rule++) {
            begin = table.indexOf("<rule ", begin + 1);
        }
        int end = table.indexOf("</rule>", begin) + "</rule>".length();
        return table.substring(0, begin) + table.substring(end);
    }
}
