package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomsTest {
    private final Customs customs = new Customs();

    @Test
    void what_was_never_asked_for_is_expected_to_take_nothing() {
        assertThat(customs.expected("GET /")).isZero();
    }

    @Test
    void what_it_usually_took_is_expected_which_is_learned_slowly_when_it_takes_more() {
        customs.took("GET /", 500_000_000L);
        assertThat(customs.expected("GET /")).isEqualTo(0.5);
        customs.took("GET /", 10_500_000_000L);
        assertThat(customs.expected("GET /")).isEqualTo(0.6);
        customs.took("GET /", 200_000_000L);
        assertThat(customs.expected("GET /")).isEqualTo(0.4);
    }

    @Test
    void the_names_of_single_things_make_no_kind() {
        assertThat(Customs.kind("POST", "/engine-rest/task/0f3a-11/submit-form", false, 511))
                .isEqualTo("POST /engine-rest/task/*/submit-form 0");
        assertThat(Customs.kind("GET", "/" + "a".repeat(30) + "/" + "a".repeat(31), false, -1))
                .isEqualTo("GET /" + "a".repeat(30) + "/* 0");
    }

    @Test
    void a_page_and_a_long_question_are_kinds_of_their_own() {
        assertThat(Customs.kind("POST", "/task", true, 512)).isEqualTo("POST a page of /task 1");
        assertThat(Customs.kind("POST", "/task", false, 1024)).isEqualTo("POST /task 2");
    }
}
