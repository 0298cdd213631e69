package slipway.identity;

import java.util.Set;
import slipway.shared.Actor;

/** A person of the organisation with mail address and the groups (roles) they belong to. */
public record Person(Actor actor, String name, String email, Set<String> groups) {
    public Person {
        groups = Set.copyOf(groups);
    }
}
