package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CockpitQuestionTest {
    @Test
    void a_question_compares_thirty_variables_in_its_address_and_no_more() {
        assertThat(tooLarge(null, "")).isFalse();
        assertThat(tooLarge("amount_gt_5", "")).isFalse();
        assertThat(tooLarge(comparisons(30, "amount_gt_5"), "")).isFalse();
        assertThat(tooLarge(comparisons(31, "amount_gt_5"), "")).isTrue();
    }

    @Test
    void a_question_compares_thirty_variables_in_its_body_and_no_more() {
        assertThat(tooLarge(null, body(30))).isFalse();
        assertThat(tooLarge(null, body(31))).isTrue();
        assertThat(CockpitQuestion.tooLarge(null, bytes(body(31))))
                .contains("query-too-large: a query may hold 30 comparisons of variables; ask in parts");
    }

    @Test
    void what_breaks_off_is_no_question() {
        String whole = body(31);
        assertThat(tooLarge(null, whole.substring(0, whole.length() - 1))).isFalse();
    }

    private static boolean tooLarge(@Nullable String variables, String body) {
        return CockpitQuestion.tooLarge(variables, bytes(body)).isPresent();
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String body(int comparisons) {
        return "{\"variables\":[" + comparisons(comparisons, "{\"name\":\"amount\",\"operator\":\"gt\"}") + "]}";
    }

    private static String comparisons(int count, String each) {
        return String.join(",", Collections.nCopies(count, each));
    }
}
