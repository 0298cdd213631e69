package slipway.engine.share;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import slipway.engine.web.Problem;

/** The answer to who asks for more than a share. */
final class TooMuch {
    private static final int TOO_MANY_REQUESTS = 429;

    private TooMuch() {}

    static void often(HttpServletResponse response, Duration wait) throws IOException {
        send(
                response,
                seconds(wait),
                "Requests come faster than one visitor may send them; wait " + seconds(wait) + " s and send fewer.");
    }

    static void logins(HttpServletResponse response, Duration wait) throws IOException {
        send(
                response,
                seconds(wait),
                "Too many people log in from this address; wait " + seconds(wait) + " s and try again.");
    }

    static void sending(HttpServletResponse response) throws IOException {
        send(response, 1, "Too many requests of yours are still on their way; end them, and send one after the other.");
    }

    static void atOnce(HttpServletResponse response) throws IOException {
        send(response, 1, "Too much is asked of Slipway at once; wait a second and send one request after the other.");
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private static void send(HttpServletResponse response, long seconds, String sentence) throws IOException {
        response.setHeader("Retry-After", Long.toString(seconds));
        new Problem("TooManyRequests", sentence).send(response, TOO_MANY_REQUESTS);
    }
}
