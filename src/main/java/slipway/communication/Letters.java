package slipway.communication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.communication.Readiness.Group;
import slipway.communication.Readiness.Place;
import slipway.event.EventLog;
import slipway.identity.Person;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** What is written to whom because of one event. */
@Component
class Letters {
    private final Recipients recipients;
    private final SitesInWaves waves;
    private final Plans plans;
    private final LetterWords words;

    /** One letter before its recipient is looked up; the same occasion is the same letter. */
    record Letter(Actor to, String occasion, Map<String, String> values) {
        Outbox.Notice notice(Person person, ReleaseNumber release, String template, long event) {
            Map<String, String> all = new HashMap<>(values);
            all.put("name", person.name());
            Template filled = Template.read(template).with(all);
            return new Outbox.Notice(
                    release,
                    template,
                    event,
                    occasion,
                    person.actor().id(),
                    person.name(),
                    person.email(),
                    filled.subject(),
                    filled.body());
        }
    }

    Letters(Recipients recipients, SitesInWaves waves, Plans plans, LetterWords words) {
        this.recipients = recipients;
        this.waves = waves;
        this.plans = plans;
        this.words = words;
    }

    List<Letter> of(ReleaseNumber release, EventLog.Entry entry, String template) {
        List<Place> everywhere = waves.places(release);
        String what = waves.what(release);
        Map<Actor, Group> own = Readiness.groups(everywhere, what).stream()
                .collect(Collectors.toMap(Group::coordinator, group -> group));
        boolean announced = entry.event() instanceof RolloutAnnounced;
        List<Actor> coordinators =
                entry.event() instanceof RolloutAnnounced news ? news.asked() : List.copyOf(own.keySet());
        Map<String, String> values = words.of(release, entry);
        Optional<Plan> plan = plans.find(release);
        String windows = LetterWords.windows(everywhere, plan);
        return recipients.of(release, template, coordinators).stream()
                .map(actor -> {
                    @Nullable Group group = own.get(actor);
                    Map<String, String> all = new HashMap<>(values);
                    all.put("windows", group == null ? windows : LetterWords.windows(group.places(), plan));
                    // The same rollout announced again is news to those alone whose sites it changes.
                    String occasion = announced ? (group == null ? what : group.occasion()) : "event " + entry.seq();
                    return new Letter(actor, occasion, all);
                })
                .toList();
    }
}
