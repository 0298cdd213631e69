package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBoundsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "\"text\"", "7", "{\"variables\":{\"a\":{\"value\":1.5e3}}}"})
    void what_a_person_sends_passes(String body) {
        assertThat(RequestBounds.wrong(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{", "{\"a\":}", "{'a':1}", "\u0000", "{\"a\":NaN}", "[1,2"})
    void what_is_no_json_or_nothing_is_refused(String body) {
        assertThat(RequestBounds.wrong(body.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 1_000, 100_000})
    void depth_and_digits_are_bounded(int times) {
        String deep = "[".repeat(times) + "]".repeat(times);
        String digits = "{\"value\":" + "9".repeat(times) + "}";
        assertThat(RequestBounds.wrong(deep.getBytes(StandardCharsets.UTF_8))).isPresent();
        assertThat(RequestBounds.wrong(digits.getBytes(StandardCharsets.UTF_8))).isPresent();
    }
}
