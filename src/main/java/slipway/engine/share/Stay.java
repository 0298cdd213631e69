package slipway.engine.share;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import slipway.engine.web.Below;

/** Lets a request that was read go on when it has a place. */
final class Stay extends OncePerRequestFilter {
    private final Visitors visitors;
    private final Customs customs;
    private final Desk house;
    private final Desk door;
    private final Desk files;

    Stay(Visitors visitors, Customs customs, Desk house, Desk door, Desk files) {
        this.visitors = visitors;
        this.customs = customs;
        this.house = house;
        this.door = door;
        this.files = files;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Arrival.complete(request);
        if (!(request.getAttribute(Arrival.VISITOR) instanceof Visitor visitor)) {
            throw new IllegalStateException("a request came past the arrival");
        }
        Kind kind = kind(request);
        Desk desk = Lane.isFile(request) ? files : Lane.isAtTheDoor(request) ? door : house;
        Optional<Ticket> ticket = ticket(desk, visitor, customs.expected(kind));
        if (ticket.isEmpty()) {
            TooMuch.atOnce(response);
            return;
        }
        try {
            chain.doFilter(request, new Answering(response, desk, ticket.get()));
        } finally {
            desk.leave(ticket.get(), visitors.learn(request));
            customs.took(kind, ticket.get().took());
        }
    }

    private static Kind kind(HttpServletRequest request) {
        return Kind.of(
                request.getMethod(), Below.path(request), request.getQueryString(), request.getContentLengthLong());
    }

    private static Optional<Ticket> ticket(Desk desk, Visitor visitor, Expected expected) throws IOException {
        try {
            return desk.enter(visitor, expected);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Slipway stops", stopped);
        }
    }
}
