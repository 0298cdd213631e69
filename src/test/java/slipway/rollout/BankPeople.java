package slipway.rollout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.identity.Persons;
import slipway.shared.Actor;

/** Who may decide on rollouts; kate has two roles. */
final class BankPeople implements People {
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "rita", Set.of("release-manager"),
            "carl", Set.of("change-manager"),
            "olga", Set.of("service-owner"),
            "ines", Set.of("incident-manager"),
            "kate", Set.of("release-manager", "change-manager"),
            "zoe", Set.of("site-coordinator"),
            "dana", Set.of("deployment-engineer"),
            "sofia", Set.of("security-officer"));

    private final Map<String, Set<String>> now = new HashMap<>(ALWAYS);

    void everybodyIsBack() {
        now.putAll(ALWAYS);
    }

    /** They keep their account and belong to no group any more. */
    void leavesEveryGroup(Actor actor) {
        now.put(actor.id(), Set.of());
    }

    @Override
    public Optional<Person> find(Actor actor) {
        return Optional.ofNullable(now.get(actor.id()))
                .map(groups -> new Person(actor, name(actor.id()), actor.id() + "@alpenbank.example", groups));
    }

    private static String name(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    @Override
    public Persons persons() {
        return new Persons(now.keySet().stream()
                .flatMap(id -> find(new Actor(id)).stream())
                .collect(Collectors.toMap(Person::actor, Person::email)));
    }

    @Override
    public List<Person> membersOf(String group) {
        return now.entrySet().stream()
                .filter(person -> person.getValue().contains(group))
                .flatMap(person -> find(new Actor(person.getKey())).stream())
                .toList();
    }
}
