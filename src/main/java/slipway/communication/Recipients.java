package slipway.communication;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationEvent.PeopleReminded;
import slipway.communication.CommunicationEvent.PeopleTold;
import slipway.communication.CommunicationEvent.TaskEscalated;
import slipway.communication.NoticeRegister.Audience;
import slipway.event.Event;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** The people whom a notice goes to. */
@Component
class Recipients {
    private final NoticeRegister register;
    private final People people;
    private final Releases releases;
    private final Plans plans;

    Recipients(NoticeRegister register, People people, Releases releases, Plans plans) {
        this.register = register;
        this.people = people;
        this.releases = releases;
        this.plans = plans;
    }

    /** Everybody once, by id; {@code coordinators} are those of the sites that the notice is about. */
    List<Actor> of(ReleaseNumber release, String template, Collection<Actor> coordinators) {
        return register.audiences(template).stream()
                .flatMap(audience -> members(release, audience, coordinators))
                .distinct()
                .sorted(Comparator.comparing(Actor::id))
                .toList();
    }

    /** Whom the event itself names; those of its template otherwise. */
    List<Actor> of(ReleaseNumber release, Event event, String template, Collection<Actor> coordinators) {
        return switch (event) {
            case PeopleTold told -> members(release, told.audiences(), coordinators);
            case TaskEscalated escalated -> members(release, escalated.to(), coordinators);
            case PeopleReminded reminded -> reminded.people();
            default -> of(release, template, coordinators);
        };
    }

    private List<Actor> members(ReleaseNumber release, List<String> audiences, Collection<Actor> coordinators) {
        return audiences.stream()
                .map(id -> new Audience(id, Optional.of(id).filter(group -> !Tellings.NAMED.contains(group))))
                .flatMap(audience -> members(release, audience, coordinators))
                .distinct()
                .sorted(Comparator.comparing(Actor::id))
                .toList();
    }

    private Stream<Actor> members(ReleaseNumber release, Audience audience, Collection<Actor> coordinators) {
        return audience.role()
                .map(role -> people.membersOf(role).stream().map(Person::actor))
                .orElseGet(() -> named(release, audience.id(), coordinators));
    }

    private Stream<Actor> named(ReleaseNumber release, String audience, Collection<Actor> coordinators) {
        return switch (audience) {
            case "coordinators" -> coordinators.stream();
            case "requester" -> Stream.of(releases.get(release).requester());
            case "plan-author" -> plans.find(release).map(Plan::author).stream();
            default -> throw new IllegalStateException("nobody knows who the audience '" + audience + "' is");
        };
    }
}
