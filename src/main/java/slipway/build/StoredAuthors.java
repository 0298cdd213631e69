package slipway.build;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.build.BuildEvent.AuthorsAnswered;
import slipway.event.EventLog;
import slipway.identity.MailOwners;
import slipway.identity.MailOwners.Colleague;
import slipway.identity.MailOwners.Owner;
import slipway.identity.MailOwners.Stranger;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.Result;

@Component
@Transactional
class StoredAuthors implements Authors {
    private final BuildRows builds;
    private final AuthorRows rows;
    private final AuthorNotes notes;
    private final MailOwners owners;
    private final EventLog log;

    StoredAuthors(BuildRows builds, AuthorRows rows, AuthorNotes notes, MailOwners owners, EventLog log) {
        this.builds = builds;
        this.rows = rows;
        this.notes = notes;
        this.owners = owners;
        this.log = log;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Author> open(PartId part) {
        List<Author> authors = authors(part);
        Map<String, Owner> found = found(authors);
        return authors.stream()
                .filter(author -> found.get(author.address()) instanceof Stranger)
                .toList();
    }

    private List<Author> authors(PartId part) {
        return builds.newest(part).map(Build::key).map(rows::of).orElse(List.of());
    }

    private Map<String, Owner> found(List<Author> authors) {
        return owners.of(authors.stream().map(Author::address).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Domain> domains(PartId part) {
        Map<String, List<Author>> byDomain = open(part).stream()
                .filter(author -> owners.domain(author.address()).isPresent())
                .collect(Collectors.groupingBy(
                        author -> owners.domain(author.address()).orElseThrow()));
        Set<String> ours = owners.ours(byDomain.keySet());
        return byDomain.entrySet().stream()
                .filter(each -> !ours.contains(each.getKey()))
                .map(each -> new Domain(each.getKey(), each.getValue().size()))
                .sorted(Comparator.comparing(Domain::authors).reversed().thenComparing(Domain::name))
                .toList();
    }

    @Override
    public Result answer(PartId part, Actor by, Answer answer) {
        Optional<Refusal> unfit = AnswerRules.unfit(answer, open(part));
        if (unfit.isPresent()) {
            return new Result.Refused(unfit.get());
        }
        Result result = keep(by, answer);
        if (result instanceof Result.Done) {
            Map<String, Owner> found = found(authors(part));
            notes.builders(part.release(), found.values());
            if (found.values().stream().noneMatch(Stranger.class::isInstance)) {
                known(found, by);
            }
            if (!AnswerRules.isEmpty(answer)) {
                log.append(part.release(), by, told(part, answer));
            }
        }
        return result;
    }

    /** Whom only the directory knows is kept, too, so that the question stays closed when somebody leaves. */
    private void known(Map<String, Owner> found, Actor by) {
        found.forEach((address, owner) -> {
            if (owner instanceof Colleague colleague && colleague.said().isEmpty()) {
                owners.belong(Set.of(address), colleague.person(), by, "by the directory then");
            }
        });
    }

    private Result keep(Actor by, Answer answer) {
        Result known = answer.colleague()
                .map(colleague -> owners.belong(answer.theirs(), colleague, by, answer.remark()))
                .orElseGet(Result::done);
        return known instanceof Result.Done
                ? owners.outside(answer.outside(), answer.domains(), by, answer.remark())
                : known;
    }

    private AuthorsAnswered told(PartId part, Answer answer) {
        return new AuthorsAnswered(
                builds.newest(part).map(Build::key).orElseThrow(),
                part.unit(),
                sorted(answer.theirs()),
                answer.colleague().map(Actor::id).orElse(""),
                sorted(answer.outside()),
                sorted(answer.domains()),
                answer.remark());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    @Override
    public Optional<Refusal> unanswered(PartId part) {
        Map<String, Owner> found = found(authors(part));
        notes.builders(part.release(), found.values());
        long open = found.values().stream().filter(Stranger.class::isInstance).count();
        return open == 0
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "authors-unknown",
                        open + " authors of " + part.unit() + " are known to nobody here; when it is built again the"
                                + " configuration manager answers for them first"));
    }
}
