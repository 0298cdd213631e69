package slipway.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.web.server.ResponseStatusException;

class UnreadableTest {
    private final Unreadable unreadable = new Unreadable();

    @Test
    void what_the_caller_did_wrong_is_answered_as_the_endpoint_says() {
        ResponseEntity<ProblemDetail> answer =
                unreadable.refused(new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such build"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(Objects.requireNonNull(answer.getBody()).getDetail()).isEqualTo("there is no such build");
    }

    @Test
    void what_failed_here_is_nobody_elses_fault_and_is_thrown_on() {
        ResponseStatusException ours = new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR);

        assertThatThrownBy(() -> unreadable.refused(ours)).isSameAs(ours);
    }

    @Test
    void a_body_that_cannot_be_read_is_refused_in_words_that_tell_nothing_of_the_inside() {
        ResponseEntity<ProblemDetail> answer = unreadable.body(new HttpMessageNotReadableException(
                "com.fasterxml.jackson.core.JsonParseException", new MockHttpInputMessage(new byte[0])));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        ProblemDetail problem = Objects.requireNonNull(answer.getBody());
        assertThat(problem.getDetail())
                .contains("no body that can be read", "send what is asked for")
                .doesNotContain("jackson");
        assertThat(problem.getProperties()).containsOnly(Map.entry("rule", "unreadable-value"));
    }
}
