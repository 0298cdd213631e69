package slipway.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A browser that a page of somebody else made call us: its remembered password must not help that page. */
final class ForeignOrigin implements RequestMatcher {
    @Override
    public boolean matches(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null || !authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
