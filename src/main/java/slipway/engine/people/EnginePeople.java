package slipway.engine.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.identity.Persons;
import slipway.shared.Actor;

/** People as the engine's identity service knows them: its own tables or its LDAP plugin. */
@Component
class EnginePeople implements People {
    private final IdentityService identities;

    EnginePeople(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<Person> find(Actor actor) {
        return SystemScope.call(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(actor.id()).singleResult())
                .map(this::person));
    }

    @Override
    public Persons persons() {
        return SystemScope.call(() -> new Persons(identities.createUserQuery().list().stream()
                .collect(Collectors.toMap(
                        user -> new Actor(user.getId()), user -> Objects.requireNonNullElse(user.getEmail(), "")))));
    }

    @Override
    public List<Person> membersOf(String group) {
        return SystemScope.call(
                () -> identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                        .map(this::person)
                        .toList());
    }

    private Person person(User user) {
        Set<String> groups = identities.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .strip();
        return new Person(
                new Actor(user.getId()),
                name.isEmpty() ? user.getId() : name,
                Objects.requireNonNullElse(user.getEmail(), ""),
                groups);
    }
}
