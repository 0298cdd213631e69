package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {
    @Test
    void the_names_of_single_things_make_no_kind() {
        assertThat(Kind.of("POST", "/engine-rest/task/0f3a-11/submit-form", null, 511))
                .isEqualTo(new Kind("POST /engine-rest/task/*/submit-form 0", true));
        assertThat(Kind.of("GET", "/" + "a".repeat(30) + "/" + "a".repeat(31), null, -1))
                .isEqualTo(new Kind("GET /" + "a".repeat(30) + "/* 0", true));
        assertThat(Kind.of("POST", "/engine-rest/process-definition/key/release/start", null, 0))
                .isEqualTo(new Kind("POST /engine-rest/process-definition/key/*/start 0", true));
    }

    @Test
    void a_page_and_a_long_question_are_kinds_of_their_own() {
        assertThat(Kind.of("POST", "/engine-rest/task", "firstResult=0&maxResults=15", 512))
                .isEqualTo(new Kind("POST a page of /engine-rest/task 1", false));
        assertThat(Kind.of("POST", "/task", "", 1024)).isEqualTo(new Kind("POST /task 2", false));
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, maxResults=15, 511, true",
        "/engine-rest/history/task, maxResults=15, 0, true",
        "/camunda/api/engine/engine/default/task, maxResults=15, 0, true",
        "/engine-rest/task/count, maxResults=1, 0, false",
        "/engine-rest/history/task/report, maxResults=1, 0, false",
        "/camunda/api/cockpit/plugin/base/default/process-instance, maxResults=1, 0, false",
        "/task/7/form, , 511, true",
        "/engine-rest/task, , 0, false",
        "/engine-rest/task, maxResults=100, 0, true",
        "/engine-rest/task, maxResults=101, 0, false",
        "/engine-rest/task, maxResults=2000, 0, false",
        "/engine-rest/task, maxResults=, 0, false",
        "/engine-rest/task, xmaxResults=1, 0, false",
        "/engine-rest/task, maxResults=15, 512, false",
        "/task/7/form, , 512, false",
    })
    void what_asks_in_short_for_a_page_or_a_single_thing_is_modest(
            String path, String query, long length, boolean modest) {
        assertThat(Kind.of("GET", path, query, length).modest()).isEqualTo(modest);
    }

    @ParameterizedTest
    @CsvSource({"true, 0.999, false", "true, 1, true", "false, 0.049, false", "false, 0.05, true"})
    void a_modest_one_is_long_only_when_it_costs_far_more_than_is_usual(
            boolean modest, double seconds, boolean isLong) {
        assertThat(new Kind("GET /", modest).costing(seconds)).isEqualTo(new Expected(seconds, isLong));
    }
}
