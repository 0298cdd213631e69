package slipway.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import slipway.build.port.SourceRepository.Author;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.shared.ReleaseNumber;

/** Who wrote what was built is a builder of it. */
@Component
class Authors {
    private final People people;
    private final Duties duties;

    Authors(People people, Duties duties) {
        this.people = people;
        this.duties = duties;
    }

    /** Notes those we know, and returns the mail addresses of the others. */
    List<String> note(ReleaseNumber release, Set<Author> authors) {
        Set<String> unknown = new TreeSet<>();
        for (Author author : authors) {
            Optional<Person> person = people.byEmail(author.email());
            person.ifPresentOrElse(
                    known -> duties.performed(release, Duty.BUILDER, known.actor()), () -> unknown.add(author.email()));
        }
        return List.copyOf(unknown);
    }
}
