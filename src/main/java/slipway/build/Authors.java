package slipway.build;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import slipway.build.port.SourceRepository.Author;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.People;
import slipway.identity.Person;

/** Who wrote what was built is a builder of it. */
@Component
class Authors {
    private final People people;
    private final Duties duties;

    Authors(People people, Duties duties) {
        this.people = people;
        this.duties = duties;
    }

    /** Notes those we know and returns the mail addresses of all. */
    Set<String> note(Build build, Set<Author> authors) {
        Set<String> mails = new TreeSet<>();
        for (Author author : authors) {
            mails.add(author.email());
            people.byEmail(author.email())
                    .map(Person::actor)
                    .ifPresent(actor -> duties.performed(build.release(), Duty.BUILDER, actor));
        }
        return mails;
    }
}
