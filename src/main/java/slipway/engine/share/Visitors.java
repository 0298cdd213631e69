package slipway.engine.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import slipway.engine.account.Origin;
import slipway.engine.web.EngineAuthentication;

/**
 * Who sends a request: the person of the session, the program whose very words were right before, or else anybody at
 * the address. So nobody takes another's share by claiming a name, or gets a share more by inventing names.
 */
final class Visitors {
    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<String, Visitor> proven =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Visitor of(HttpServletRequest request) {
        return person(request)
                .or(() -> credentials(request).map(proven::getIfPresent))
                .orElseGet(() -> Visitor.strangers(address(request)));
    }

    /** Remembers the program that was let in by this request, if one was. */
    Optional<Visitor> learn(HttpServletRequest request) {
        if (!(request.getAttribute(EngineAuthentication.PERSON) instanceof String account)) {
            return Optional.empty();
        }
        Visitor program = Visitor.program(account, address(request));
        credentials(request).ifPresent(words -> proven.put(words, program));
        return Optional.of(program);
    }

    static String address(HttpServletRequest request) {
        return Origin.network(request.getRemoteAddr());
    }

    private static Optional<Visitor> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        return AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
                .map(Authentication::getIdentityId)
                .findFirst()
                .map(Visitor::person);
    }

    /** Without the password in it, since this is kept. */
    private static Optional<String> credentials(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(words -> digest(address(request) + " " + words));
    }

    private static String digest(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
