package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
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
        assertThat(refused(request, System::nanoTime))
                .isEqualTo("400 The request did not arrive whole; send it again.");
    }

    @Test
    void half_a_megabyte_passes_and_no_byte_more_whether_it_says_so_or_not() throws Exception {
        MockHttpServletRequest most = of(RequestBounds.MOST_BYTES);
        AtomicInteger passed = new AtomicInteger();
        new RequestBounds(System::nanoTime)
                .doFilter(
                        most,
                        new MockHttpServletResponse(),
                        (read, answer) -> passed.set(read.getInputStream().readAllBytes().length));
        assertThat(passed).hasValue(512 * 1024);

        MockHttpServletRequest silent = new MockHttpServletRequest("POST", "/engine-rest/task") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        silent.setContent(new byte[RequestBounds.MOST_BYTES + 1]);
        MockHttpServletRequest declared = new MockHttpServletRequest("POST", "/engine-rest/task") {
            @Override
            public long getContentLengthLong() {
                return RequestBounds.MOST_BYTES + 1L;
            }

            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("it was read");
            }
        };
        for (MockHttpServletRequest large : List.of(silent, declared)) {
            assertThat(refused(large, System::nanoTime)).isEqualTo("413 A request may hold 512 kB; send less at once.");
        }
    }

    @Test
    void a_request_that_trickles_in_is_given_up_after_ten_seconds() throws Exception {
        Iterator<Long> clock = List.of(0L, 9_999_999_999L, 10_000_000_001L).iterator();

        assertThat(refused(of(3 * 8 * 1024), clock::next))
                .isEqualTo("408 A request has to arrive within ten seconds; send it again.");
        assertThat(clock).isExhausted();
    }

    private static MockHttpServletRequest of(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/engine-rest/task");
        request.setContent(new byte[bytes]);
        return request;
    }

    private static String refused(MockHttpServletRequest request, LongSupplier nanos) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RequestBounds(nanos).doFilter(request, response, (read, answer) -> {
            throw new AssertionError("it was let through");
        });
        JsonNode answer = new ObjectMapper().readTree(response.getContentAsString());
        return response.getStatus() + " " + answer.get("message").asText();
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
