package slipway.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine acts for the person of the request, with their groups, and for nobody after it. */
public final class EngineAuthentication extends OncePerRequestFilter {
    /** The attribute of a request that names its person once the password was right. */
    public static final String PERSON = EngineAuthentication.class.getName() + ".person";

    private final IdentityService identities;

    EngineAuthentication(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated()) {
            throw new IllegalStateException("nobody is authenticated behind the door that authenticates");
        }
        List<String> groups = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        request.setAttribute(PERSON, person.getName());
        try {
            identities.setAuthentication(person.getName(), groups, List.of());
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
