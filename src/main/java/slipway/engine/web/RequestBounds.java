package slipway.engine.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a request than a person could mean, and looks at its shape before anything parses it. */
final class RequestBounds extends OncePerRequestFilter {
    /** Longer than the longest form with every text of its full length. */
    static final int MOST_BYTES = 512 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int PART = 8 * 1024;
    private static final Below COCKPIT = Below.of("/camunda/api/cockpit");
    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 40;
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(MOST_BYTES)
                    .build())
            .build();

    private final LongSupplier nanos;

    RequestBounds(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            tooLarge(response);
            return;
        }
        Optional<byte[]> read;
        try {
            read = read(request.getInputStream());
        } catch (IOException brokenOff) {
            new Problem("InvalidRequest", "The request did not arrive whole; send it again.")
                    .send(response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (read.isEmpty()) {
            new Problem("RequestTooSlow", "A request has to arrive within ten seconds; send it again.")
                    .send(response, HttpServletResponse.SC_REQUEST_TIMEOUT);
            return;
        }
        byte[] body = read.get();
        if (body.length > MOST_BYTES) {
            tooLarge(response);
            return;
        }
        Optional<String> wrong = json(request) ? wrong(body) : Optional.empty();
        if (wrong.isEmpty() && COCKPIT.matches(request)) {
            wrong = CockpitQuestion.tooLarge(request.getParameter("variables"), body);
        }
        if (wrong.isPresent()) {
            new Problem("InvalidRequest", wrong.get()).send(response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(new ReadBody(request, body), response);
    }

    /** Nothing when it trickles in: who waits for it holds a thread. */
    private Optional<byte[]> read(InputStream stream) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        long begun = nanos.getAsLong();
        for (int count = stream.read(part); count >= 0 && body.size() <= MOST_BYTES; count = stream.read(part)) {
            body.write(part, 0, count);
            if (nanos.getAsLong() - begun > LONGEST.toNanos()) {
                return Optional.empty();
            }
        }
        return Optional.of(body.toByteArray());
    }

    private static void tooLarge(HttpServletResponse response) throws IOException {
        new Problem("RequestTooLarge", "A request may hold " + MOST_BYTES / 1024 + " kB; send less at once.")
                .send(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    private static boolean json(HttpServletRequest request) {
        return type(request).contains("json");
    }

    private static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    /** What is wrong with the shape of a JSON body; an empty one is no body. */
    static Optional<String> wrong(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.VALUE_NULL) {
                return Optional.of("The request holds null where an object is expected; leave it out or fill it.");
            }
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    parser.getText();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The request is no JSON, is nested deeper than " + DEEPEST
                    + " levels, or holds a number of more than " + LONGEST_NUMBER + " digits; correct it.");
        }
    }
}
