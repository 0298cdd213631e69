package slipway.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import slipway.shared.Actor;

/** Whoever asks to see something: an account and the groups it belongs to. */
public record Reader(String account, Set<String> groups) {
    private static final Reader NOBODY = new Reader("", Set.of());

    public Reader {
        groups = Set.copyOf(groups);
    }

    /** Whoever is logged in so; nobody when nobody is. */
    public static Reader of(@Nullable Authentication login) {
        return login == null
                ? NOBODY
                : new Reader(
                        login.getName(),
                        login.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it serves this reader. */
    public boolean mayUse(Clearance clearance) {
        return clearance.admits(groups);
    }

    public boolean is(Actor actor) {
        return actor.id().equals(account);
    }
}
