package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import slipway.testing.LogLines;

class ErrorAnswersTest {
    private static final Pattern NUMBER = Pattern.compile("under ([0-9a-f]{8})");

    @RegisterExtension
    final LogLines lines = LogLines.of(ErrorAnswers.class);

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private String answer(String path, FilterChain endpoint) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        new ErrorAnswers().doFilter(request, response, endpoint);
        return response.getContentAsString();
    }

    private void failsInWords(String said, Exception why) {
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(said).contains("\"type\":\"Failed\"").doesNotContain("secret");
        Matcher number = NUMBER.matcher(said);
        assertThat(number.find()).as(said).isTrue();
        assertThat(lines.all()).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .startsWith(number.group(1) + ": GET /api/releases was answered with 500");
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo(why.getMessage());
        });
    }

    @Test
    void what_fails_at_an_address_of_ours_is_our_failure_under_a_number_of_the_log() throws Exception {
        IllegalArgumentException why = new IllegalArgumentException("secret of /data/secrets/key");

        failsInWords(
                answer("/api/releases", (request, answer) -> {
                    throw why;
                }),
                why);
    }

    @Test
    void a_file_that_cannot_be_read_is_no_empty_answer() throws Exception {
        IOException why = new FileNotFoundException("secret of /data/secrets/key");

        failsInWords(
                answer("/api/releases", (request, answer) -> {
                    throw why;
                }),
                why);
    }

    @Test
    void what_an_endpoint_wraps_is_told_as_what_it_is() throws Exception {
        ServletException why = new ServletException("secret", new SQLException("secret", "22021"));

        String said = answer("/api/releases", (request, answer) -> {
            throw why;
        });

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(said).contains("\"type\":\"InvalidRequest\"");
        assertThat(lines.all())
                .singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy()).isNull());
    }

    @Test
    void while_the_database_is_away_our_addresses_say_so() throws Exception {
        String said = answer("/api/releases", (request, answer) -> {
            throw new DataRetrievalFailureException("secret", new SQLException("secret", "08006"));
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(said).contains("\"type\":\"DatabaseAway\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    void what_the_doors_of_the_engine_cannot_read_stays_the_caller_s(String path) throws Exception {
        String said = answer(path, (request, answer) -> {
            throw new NullPointerException("secret");
        });

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(said).contains("\"type\":\"InvalidRequest\"").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.beans.TypeMismatchException: no date",
                "ERROR: relation \"slipway.site\" is locked",
                "cannot open /data/secrets/key"
            })
    void a_plain_text_that_tells_of_our_inside_is_answered_with_a_sentence_instead(String inside) throws Exception {
        String said = answer("/engine-rest/task", says(inside));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(said).contains("\"type\":\"InvalidRequest\"", "compare it with the REST reference");
        assertThat(said).doesNotContain("springframework", "slipway.site", "secrets");
    }

    @Test
    void a_plain_text_that_tells_nothing_of_our_inside_stays_as_it_was_said() throws Exception {
        assertThat(answer("/engine-rest/task", says("page must be a number"))).isEqualTo("page must be a number");
        assertThat(response.getStatus()).isEqualTo(400);
    }

    private static FilterChain says(String text) {
        return (request, answer) -> {
            ((HttpServletResponse) answer).setStatus(400);
            answer.getWriter().write(text);
        };
    }

    @Test
    void what_was_answered_in_part_breaks_off() {
        for (Exception why : new Exception[] {new IOException("altered"), new IllegalStateException("altered")}) {
            assertThatThrownBy(() -> answer("/api/library/iban-check/1.0.0/files", (request, answer) -> {
                        answer.getOutputStream().write(new byte[] {1, 2, 3});
                        answer.flushBuffer();
                        if (why instanceof IOException broken) {
                            throw broken;
                        }
                        throw (RuntimeException) why;
                    }))
                    .isSameAs(why);
        }
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void whoever_hung_up_is_answered_nothing() {
        IOException gone = new IOException("Broken pipe");

        assertThatThrownBy(() -> answer("/api/releases", (request, answer) -> {
                    throw gone;
                }))
                .isSameAs(gone);
        assertThat(lines.all()).isEmpty();
    }
}
