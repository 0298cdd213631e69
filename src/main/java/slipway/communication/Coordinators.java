package slipway.communication;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.communication.Readiness.Group;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.shared.Actor;

/** Who answers for sites now. */
@Component
class Coordinators {
    private static final String GROUP = Roles.SITE_COORDINATOR.group();

    private final People people;

    Coordinators(People people) {
        this.people = people;
    }

    /** Whether somebody coordinates sites at all. */
    boolean include(Actor actor) {
        return people.find(actor)
                .filter(person -> person.groups().contains(GROUP))
                .isPresent();
    }

    /** By id. */
    List<Actor> all() {
        return people.membersOf(GROUP).stream()
                .map(Person::actor)
                .sorted(Comparator.comparing(Actor::id))
                .toList();
    }

    /** Whoever is asked for these, each once: their coordinators, and everybody for those of one who has left. */
    List<Actor> answering(List<Group> groups) {
        return groups.stream()
                .map(Group::coordinator)
                .flatMap(coordinator -> include(coordinator) ? Stream.of(coordinator) : standIns(coordinator))
                .distinct()
                .toList();
    }

    /** Where there is nobody else, who has left stays named, so that it is seen whose word is missing. */
    private Stream<Actor> standIns(Actor left) {
        List<Actor> others = all();
        return others.isEmpty() ? Stream.of(left) : others.stream();
    }
}
