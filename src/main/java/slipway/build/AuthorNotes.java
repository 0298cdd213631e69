package slipway.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.build.Authors.Author;
import slipway.build.port.SourceRepository.Writer;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.MailOwners;
import slipway.identity.MailOwners.Colleague;
import slipway.identity.MailOwners.Outsider;
import slipway.identity.MailOwners.Owner;
import slipway.identity.MailOwners.Said;
import slipway.identity.MailOwners.Stranger;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** Notes who wrote what was built: a colleague is a builder of it, and whom the directory lacks is kept with the build. */
@Component
class AuthorNotes {
    private final MailOwners owners;
    private final Duties duties;
    private final AuthorRows rows;

    AuthorNotes(MailOwners owners, Duties duties, AuthorRows rows) {
        this.owners = owners;
        this.duties = duties;
        this.rows = rows;
    }

    /** Returns the addresses of those for whom nobody answered yet. */
    List<String> note(Build build, Collection<Writer> writers) {
        Map<String, Author> authors = new TreeMap<>();
        writers.stream().map(this::author).forEach(one -> authors.merge(one.address(), one, AuthorNotes::together));
        Map<String, Owner> found = owners.of(authors.keySet());
        builders(build.release(), found.values());
        rows.add(
                build.key(),
                authors.values().stream()
                        .filter(one -> !inDirectory(found.get(one.address())))
                        .toList());
        return authors.keySet().stream()
                .filter(address -> found.get(address) instanceof Stranger)
                .toList();
    }

    /** Notes each colleague among these as builder, and whoever said of one of them who it is. */
    void builders(ReleaseNumber release, Collection<Owner> some) {
        some.stream()
                .flatMap(AuthorNotes::builders)
                .distinct()
                .forEach(person -> duties.performed(release, Duty.BUILDER, person));
    }

    /** A word on an address of one's own lifts no ban, in whichever release it counts. */
    private static Stream<Actor> builders(Owner owner) {
        return switch (owner) {
            case Colleague known -> Stream.concat(Stream.of(known.person()), known.said().map(Said::by).stream());
            case Outsider outsider -> Stream.of(outsider.said().by());
            case Stranger stranger -> Stream.empty();
        };
    }

    private Author author(Writer writer) {
        // Without an address nothing but the name tells one from the other.
        String address = writer.email().isBlank() ? "no address: " + writer.name() : writer.email();
        return new Author(writer.name(), owners.canonical(address), writer.commits(), writer.newest());
    }

    private static Author together(Author one, Author other) {
        return new Author(one.name(), one.address(), one.commits() + other.commits(), one.newest());
    }

    private static boolean inDirectory(@Nullable Owner owner) {
        return owner instanceof Colleague known && known.said().isEmpty();
    }
}
