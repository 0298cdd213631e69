package slipway.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says once that a proxy names the addresses for which it asks, and nobody reads them: everybody would count as one, so
 * that one who guesses passwords slows all others down.
 */
final class UnreadProxy extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadProxy.class);

    private final boolean read;
    private final AtomicBoolean said = new AtomicBoolean();

    /** {@code read} = the server takes addresses from such headers, and passes them on no more. */
    UnreadProxy(boolean read) {
        this.read = read;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean common = request.getHeader("X-Forwarded-For") != null;
        if ((common || request.getHeader("Forwarded") != null) && !read && said.compareAndSet(false, true)) {
            LOG.warn(
                    "A request from {} names another address that it comes from, and Slipway does not read that. If it"
                            + " is your proxy, set server.forward-headers-strategy={}; until then everybody behind it"
                            + " counts as one address.",
                    request.getRemoteAddr(),
                    common ? "native" : "framework");
        }
        chain.doFilter(request, response);
    }
}
