package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.engine.Finding;

class ExpectedAnswersTest {
    private static final String FILE = "dmn/rollout/wave-threshold.csv";
    private static final Map<String, String> SHIPPED = ModelSet.shipped().files();

    @Test
    void the_shipped_tables_answer_as_is_expected_of_them() {
        ModelSet shipped = ModelSet.shipped();
        assertThat(shipped.expectations()).hasSameSizeAs(shipped.tables());
        shipped.expectations()
                .forEach((file, content) -> assertThat(
                                ExpectedAnswers.check(file, content, shipped.beside(file, ".csv", ".dmn")))
                        .isEmpty());
    }

    @Test
    void another_answer_is_told_with_the_case_both_answers_and_the_way_out() {
        String changed = table().replaceFirst("<text>20</text>", "<text>12.5</text>");

        assertThat(words(content(), Optional.of(changed)))
                .containsExactly(FILE + ", file: case 1: for pilot = false, releaseType = MINOR the table answers"
                        + " failedInARow = 3, maxFailed = 5, thresholdPercent = 12.5, and failedInARow = 3, maxFailed ="
                        + " 5, thresholdPercent = 20 is expected; change the table, or what is expected of it"
                        + " [answers-as-expected]");
    }

    @Test
    void what_a_spreadsheet_saved_is_read() {
        assertThat(words("\uFEFFpilot,releaseType,maxFailed\r\nFALSE,MINOR,5\r\n", Optional.of(table())))
                .isEmpty();
    }

    @Test
    void only_what_is_named_is_expected() {
        assertThat(words("pilot,releaseType,maxFailed\nfalse,MINOR,5.0\n", Optional.of(table())))
                .isEmpty();
        assertThat(words("pilot,releaseType,maxFailed\nfalse,MINOR,6\n", Optional.of(table())))
                .hasSize(1);
    }

    @Test
    void a_collecting_table_gives_all_of_its_answers_in_any_order_and_no_further_one() {
        String file = "dmn/approval/required-approvals.csv";
        String content = String.valueOf(SHIPPED.get(file));
        Optional<String> table = Optional.ofNullable(SHIPPED.get("dmn/approval/required-approvals.dmn"));
        String turned = content.replace(
                "MINOR,PLAN_BASELINE,change-manager\nMINOR,TEST_VERDICT,test-manager\n",
                "MINOR,TEST_VERDICT,test-manager\nMINOR,PLAN_BASELINE,change-manager\n");
        assertThat(turned).isNotEqualTo(content);
        assertThat(ExpectedAnswers.check(file, turned, table)).isEmpty();
        assertThat(ExpectedAnswers.check(file, content.replace("MINOR,TEST_VERDICT,test-manager\n", ""), table))
                .extracting(Finding::rule)
                .containsExactly("answers-as-expected");
        assertThat(ExpectedAnswers.check(file, content + "MINOR,,\n", table))
                .as("nothing more")
                .isEmpty();
        assertThat(ExpectedAnswers.check(file, "releaseType,gate,groupId\nMINOR,,\n", table))
                .extracting(Finding::reason)
                .singleElement()
                .asString()
                .contains("and nothing is expected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            releaseType,maxFailed         | MINOR,5       | expected-columns  | its first line must name every input (releaseType, pilot)
            pilot,releaseType             | true,MINOR    | expected-columns  | what is expected of the outputs
            pilot,releaseType,limit       | true,MINOR,5  | expected-columns  | and nothing else like limit
            pilot,pilot,releaseType       | true,true,X   | expected-readable | no table of values
            pilot,releaseType,maxFailed   | yes,MINOR,5   | expected-readable | case 1: 'yes' is no boolean for the input pilot
            pilot,releaseType,maxFailed   | true,MINOR,0,1 | expected-readable | case 1: holds 4 values, and the first line names 3
            pilot,releaseType,maxFailed   | true,MINOR    | expected-readable | case 1: holds 2 values, and the first line names 3
            pilot,releaseType,maxFailed   |               | expected-readable | must hold 1 to 5000 cases
            """)
    void a_file_that_cannot_be_asked_says_what_to_write(String names, @Nullable String row, String rule, String words) {
        assertThat(ExpectedAnswers.check(FILE, names + "\n" + (row == null ? "" : row + "\n"), Optional.of(table())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.reason()).contains(words);
                });
    }

    @Test
    void a_file_beside_no_table_is_found() {
        assertThat(ExpectedAnswers.check(FILE, content(), Optional.empty()))
                .extracting(Finding::rule)
                .containsExactly("expected-beside-table");
        assertThat(ModelSet.of(Map.of(FILE, content())).beside(FILE, ".csv", ".dmn"))
                .isEmpty();
    }

    private static String table() {
        return String.valueOf(SHIPPED.get("dmn/rollout/wave-threshold.dmn"));
    }

    private static String content() {
        return String.valueOf(SHIPPED.get(FILE));
    }

    private static List<String> words(String content, Optional<String> table) {
        return ExpectedAnswers.check(FILE, content, table).stream()
                .map(Finding::toString)
                .toList();
    }
}
