package slipway.identity;

import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;

/** Who works here and in which roles; kept by the engine's identity service or its LDAP plugin. */
public interface People {

    Optional<Person> find(Actor actor);

    /** How somebody is called before people: by name, or by the account of whom nobody knows any more. */
    default String name(Actor actor) {
        return find(actor).map(Person::name).orElse(actor.id());
    }

    /** Which accounts are one person, as of now. */
    Persons persons();

    /** Somebody with that mail address, however it is written. */
    default Optional<Person> byEmail(String email) {
        return persons().withMail(email).flatMap(this::find);
    }

    /** The members of a group, by id; empty when nobody holds the role. */
    List<Person> membersOf(String group);
}
