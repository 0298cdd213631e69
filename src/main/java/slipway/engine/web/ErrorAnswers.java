package slipway.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;
import slipway.engine.guard.ThrownInside;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/**
 * Looks at every answer that is no success. What a caller of the engine's doors did is no failure of ours; at our own
 * addresses we say ourselves what is wrong with a request, so whatever is thrown there is one.
 */
final class ErrorAnswers extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Below OURS = Below.of("/api");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ThrownInside.forget();
        HeldErrors held = new HeldErrors(response);
        try {
            chain.doFilter(request, held);
        } catch (ServletException | IOException | RuntimeException thrown) {
            // What was answered in part must break off to be no whole answer, and who is gone reads none.
            if (held.isCommitted() || isGone(thrown)) {
                throw thrown;
            }
            held.failedWith(thrown);
        }
        if (held.holds()) {
            answer(request, response, held);
        }
    }

    private static boolean isGone(Exception thrown) {
        return thrown instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(thrown);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, HeldErrors held)
            throws IOException {
        String said = held.text();
        Problem problem = read(said);
        boolean ours = response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        if (problem == null && !ours && !Answer.tells(said)) {
            send(response, said);
            return;
        }
        Problem known = problem != null ? problem : ours ? held.failure() : new Problem("InvalidRequest", said);
        String number = HexFormat.of().toHexDigits(RANDOM.nextInt());
        Answer answer = Answer.of(response.getStatus(), known, failure(request, held), number);
        if (ours) {
            log(request, held, known, answer, number);
        }
        if (answer.status() == response.getStatus() && answer.problem().equals(known)) {
            send(response, said);
        } else {
            answer.problem().send(response, answer.status());
        }
    }

    private static void log(HttpServletRequest request, HeldErrors held, Problem known, Answer answer, String number) {
        LoggingEventBuilder line = LOG.atWarn();
        if (answer.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            line = line.setCause(held.thrown());
        }
        line.log(
                "{}: {} {} was answered with {} and not with {} {}",
                number,
                PlainText.quoted(request.getMethod()),
                PlainText.quoted(Below.path(request)),
                answer.status(),
                known.type(),
                PlainText.quoted(known.message()));
    }

    private static Answer.Failure failure(HttpServletRequest request, HeldErrors held) {
        return new Answer.Failure(
                ThrownInside.happened() || OURS.matches(request),
                ThrownInside.forbidden(),
                ThrownInside.refused().map(Refusal::toString).orElse(""),
                ThrownInside.sqlState().orElse(held.sqlState()));
    }

    private static void send(HttpServletResponse response, String body) throws IOException {
        if (!body.isEmpty()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    private static @Nullable Problem read(String said) {
        try {
            JsonNode node = JSON.readTree(said);
            return node != null && node.path("type").isTextual() && node.has("message")
                    ? new Problem(
                            node.path("type").asText(), node.path("message").asText(""))
                    : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
