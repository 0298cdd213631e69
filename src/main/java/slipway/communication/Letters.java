package slipway.communication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.communication.Questions.Asked;
import slipway.communication.Readiness.Place;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.identity.Person;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.rollout.RolloutEvent;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** What is written to whom because of one event. */
@Component
class Letters {
    private final Recipients recipients;
    private final SitesInWaves waves;
    private final Plans plans;
    private final LetterWords words;
    private final Questions questions;

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

    Letters(Recipients recipients, SitesInWaves waves, Plans plans, LetterWords words, Questions questions) {
        this.recipients = recipients;
        this.waves = waves;
        this.plans = plans;
        this.words = words;
        this.questions = questions;
    }

    List<Letter> of(ReleaseNumber release, EventLog.Entry entry, String template) {
        List<Place> everywhere = waves.places(release);
        Map<String, String> values = words.of(release, entry);
        Optional<Plan> plan = plans.find(release);
        Optional<List<Actor>> asked = Questions.asked(entry.event());
        // The same rollout announced again is news to those alone whose sites it changes.
        String occasion = asked.isPresent() ? waves.what(release) : "event " + entry.seq();
        return recipients
                .of(release, entry.event(), template, asked.orElseGet(() -> coordinators(everywhere, entry.event())))
                .stream()
                .map(actor -> {
                    Optional<Asked> question = questions.of(release, entry.event(), actor);
                    Map<String, String> all = new HashMap<>(values);
                    List<Place> theirs = theirs(everywhere, actor, question);
                    all.put("windows", LetterWords.windows(theirs, plan));
                    all.put("stands", LetterWords.stands(theirs));
                    return new Letter(actor, question.map(Asked::occasion).orElse(occasion), all);
                })
                .toList();
    }

    /** What happened at one site is the matter of its coordinator alone. */
    private static List<Actor> coordinators(List<Place> places, Event event) {
        return places.stream()
                .filter(place ->
                        !(event instanceof RolloutEvent.AtSite at) || at.site().equals(place.site()))
                .map(Place::coordinator)
                .distinct()
                .toList();
    }

    /** What they are asked about, or coordinate; everything where neither. */
    private static List<Place> theirs(List<Place> places, Actor actor, Optional<Asked> question) {
        List<Place> own = places.stream()
                .filter(place -> question.map(asked -> asked.sites().contains(place.site()))
                        .orElse(place.coordinator().equals(actor)))
                .toList();
        return own.isEmpty() ? places : own;
    }
}
