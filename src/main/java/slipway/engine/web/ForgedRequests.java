package slipway.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what comes with a session and without its token. The web applications would too, but they end the session, so
 * that any page somewhere could log people out.
 */
final class ForgedRequests extends OncePerRequestFilter {
    private final EndpointRefused refused;

    ForgedRequests(EndpointRefused refused) {
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForged(request)) {
            refused.forged(account(request), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static @Nullable String account(HttpServletRequest request) {
        return AuthenticationUtil.getAuthsFromSession(request.getSession()).getAuthentications().stream()
                .map(Authentication::getIdentityId)
                .findFirst()
                .orElse(null);
    }

    private static boolean isForged(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object token = session == null ? null : session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null
                && !CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN
                        .matcher(request.getMethod())
                        .matches()
                && !token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }
}
