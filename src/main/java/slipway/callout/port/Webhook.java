package slipway.callout.port;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends one message to one address and brings back what is said there. */
@FunctionalInterface
public interface Webhook {
    /** The most bytes of an answer that are read. */
    int MOST = 64 * 1024;

    /** Its status and its body, of which at most one byte more than {@link #MOST} was read. */
    record Said(int status, byte[] body) {}

    /**
     * Exactly there, following nothing to elsewhere, and all of it within {@code patience}. An {@code IOException} where
     * nobody answers in time.
     */
    Said send(URI address, Map<String, String> headers, byte[] body, Duration patience)
            throws IOException, InterruptedException;
}
