package slipway.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** What people said about a paused rollout, each with the groups they belong to at this moment. */
@Component
class Words {
    private final WordTable table;
    private final People people;

    Words(WordTable table, People people) {
        this.table = table;
        this.people = people;
    }

    List<Word> of(ReleaseNumber release) {
        return table.of(release, this::groups);
    }

    /** Those who name the same RFCs, or none. */
    List<Word> same(ReleaseNumber release, Word word) {
        return of(release).stream()
                .filter(said -> said.removedBy().equals(word.removedBy()))
                .toList();
    }

    Set<String> groups(Actor actor) {
        return people.find(actor).map(Person::groups).orElse(Set.of());
    }

    void say(ReleaseNumber release, Word word, Instant at) {
        table.say(release, word, at);
    }

    void forget(ReleaseNumber release) {
        table.forget(release);
    }
}
