package slipway.engine.share;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anything of a request is read: who sends it, and whether they sent too many. */
final class Arrival extends OncePerRequestFilter {
    static final String VISITOR = Arrival.class.getName() + ".visitor";
    private static final String RECEIVED = Arrival.class.getName() + ".received";

    private final Visitors visitors;
    private final Rates rates;
    private final Senders senders;

    Arrival(Visitors visitors, Rates rates, Senders senders) {
        this.visitors = visitors;
        this.rates = rates;
        this.senders = senders;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visitor visitor = visitors.of(request);
        Optional<Duration> often = Lane.isFile(request) ? rates.asksForFile(visitor) : rates.asks(visitor);
        if (often.isPresent()) {
            TooMuch.often(response, often.get());
            return;
        }
        Optional<Duration> logins = Lane.isLogin(request) ? rates.logsIn(Visitors.address(request)) : Optional.empty();
        if (logins.isPresent()) {
            TooMuch.logins(response, logins.get());
            return;
        }
        request.setAttribute(VISITOR, visitor);
        if (isStillSent(request)) {
            received(visitor, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void received(Visitor visitor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!senders.begins(visitor)) {
            TooMuch.sending(response);
            return;
        }
        Runnable ends = new Once(() -> senders.ends(visitor));
        request.setAttribute(RECEIVED, ends);
        try {
            chain.doFilter(request, response);
        } finally {
            ends.run();
        }
    }

    /** All of the request is here. */
    static void complete(HttpServletRequest request) {
        if (request.getAttribute(RECEIVED) instanceof Runnable ends) {
            ends.run();
        }
    }

    private static boolean isStillSent(HttpServletRequest request) throws IOException {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody
                && (request.getContentLengthLong() < 0
                        || request.getInputStream().available() < request.getContentLengthLong());
    }

    private static final class Once implements Runnable {
        private final Runnable what;
        private boolean done;

        Once(Runnable what) {
            this.what = what;
        }

        @Override
        public void run() {
            if (!done) {
                done = true;
                what.run();
            }
        }
    }
}
