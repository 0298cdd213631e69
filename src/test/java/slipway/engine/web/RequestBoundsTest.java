package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestBoundsTest {
    @Test
    void a_request_that_breaks_off_is_answered_in_words() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/engine-rest/task") {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] part) throws IOException {
                        throw new IOException("Unexpected end of a chunk");
                    }
                };
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();

        new RequestBounds(System::nanoTime).doFilter(request, response, (read, answer) -> {
            throw new AssertionError("it was let through");
        });

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("did not arrive whole");
    }

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
