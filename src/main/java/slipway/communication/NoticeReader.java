package slipway.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationEvent.NoticesQueued;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/**
 * Queues what people are told, all of it from the event log: nothing that a mail needs can hold up a stop, and nothing
 * that was committed is told of never or twice.
 */
@Component
class NoticeReader implements EventReader {
    private final NoticeRegister register;
    private final Letters letters;
    private final People people;
    private final Outbox outbox;
    private final EventLog log;

    NoticeReader(NoticeRegister register, Letters letters, People people, Outbox outbox, EventLog log) {
        this.register = register;
        this.letters = letters;
        this.people = people;
        this.outbox = outbox;
        this.log = log;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void read(EventLog.Entry entry) {
        Optional<String> template = Tidings.template(entry.event());
        // Read again from the start, an event finds what was told of it then, and not who would be told today.
        if (template.isPresent() && entry.release().isPresent() && !outbox.holds(entry.seq())) {
            tell(entry.release().get(), entry, template.get());
        }
    }

    private void tell(ReleaseNumber release, EventLog.Entry entry, String template) {
        List<Actor> told = new ArrayList<>();
        List<Actor> unreachable = new ArrayList<>();
        for (Letters.Letter letter : letters.of(release, entry, template)) {
            Optional<Person> person =
                    people.find(letter.to()).filter(found -> !found.email().isBlank());
            if (person.isEmpty()) {
                unreachable.add(letter.to());
            } else if (outbox.queue(letter.notice(person.get(), release, template, entry.seq()))) {
                told.add(letter.to());
            }
        }
        if (!told.isEmpty() || !unreachable.isEmpty()) {
            log.append(release, new NoticesQueued(register.name(template), told, unreachable));
        }
    }
}
