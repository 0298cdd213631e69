package slipway.engine.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/**
 * What a caller of our own addresses did wrong: 400 with the field, or as the endpoint says. Whatever else is thrown
 * there is a failure of ours.
 */
@RestControllerAdvice(basePackages = "slipway")
class Unreadable {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> value(MethodArgumentTypeMismatchException e) {
        String sent = String.valueOf(e.getValue());
        String shown = PlainText.quoted(sent);
        // Our own values say what is wrong with them; numbers and the like tell of classes.
        String sentence = e.getMostSpecificCause() instanceof IllegalArgumentException own
                        && own.getClass() == IllegalArgumentException.class
                ? String.valueOf(own.getMessage()).replace(sent, shown)
                : "'" + shown + "' is not what is asked for here";
        return answer(Refusal.at(e.getName(), "unreadable-value", sentence + "; correct '" + e.getName() + "'"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> body(HttpMessageNotReadableException e) {
        return answer(
                Refusal.of("unreadable-value", "the request has no body that can be read; send what is asked for"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException e) {
        if (!e.getStatusCode().is4xxClientError()) {
            throw e;
        }
        return ResponseEntity.status(e.getStatusCode()).body(e.getBody());
    }

    private static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.toString());
        problem.setProperty("rule", refusal.rule());
        refusal.atField().ifPresent(field -> problem.setProperty("field", field));
        return ResponseEntity.of(problem).build();
    }
}
