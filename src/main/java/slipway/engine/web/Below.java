package slipway.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests at or below some paths, whichever servlet serves them: decoded and normalised by the server. */
public record Below(List<String> roots) implements RequestMatcher {
    public static Below of(String... roots) {
        return new Below(List.of(roots));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String path = path(request);
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    public static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
