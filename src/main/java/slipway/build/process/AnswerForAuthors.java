package slipway.build.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.build.Authors;
import slipway.build.Authors.Author;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.release.Dossiers;
import slipway.release.ScopeChapter;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.Result;

@Component
class AnswerForAuthors implements UserTask {
    /** More than anybody answers for on one page; the others come when these are answered for. */
    private static final int MOST = 200;
    /** Enough of a commit's id to look it up. */
    private static final int SHOWN = 12;

    private final Authors authors;
    private final Builds builds;
    private final Dossiers dossiers;

    AnswerForAuthors(Authors authors, Builds builds, Dossiers dossiers) {
        this.authors = authors;
        this.builds = builds;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        PartId part = PartVariable.of(task);
        Build build = builds.latest(part);
        List<Author> open = authors.open(part);
        List<Author> asked = open.stream().limit(MOST).toList();
        Map<String, Object> facts = new LinkedHashMap<>(dossiers.forForm(part.release(), List.of(ScopeChapter.class)));
        facts.put("unit", part.unit().value());
        facts.put("tag", build.tag());
        facts.put("commit", build.commit());
        facts.put("authors", asked.stream().map(AnswerForAuthors::row).toList());
        facts.put("left", open.size() - asked.size());
        facts.put(
                "addresses", Tables.choices(asked.stream().map(Author::address).toList()));
        facts.put(
                "domainsAsked",
                authors.domains(part).stream()
                        .limit(MOST)
                        .map(AnswerForAuthors::choice)
                        .toList());
        return facts;
    }

    private static Map<String, Object> row(Author author) {
        return Map.of(
                "name", author.name(),
                "address", author.address(),
                "commits", author.commits(),
                "newest", brief(author.newest()));
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(SHOWN, commit.length()));
    }

    private static Map<String, Object> choice(Authors.Domain domain) {
        return Map.of("label", domain.name() + " (" + domain.authors() + ")", "value", domain.name());
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.BUILDER);
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().giving(BuildProcess.AUTHORS_KNOWN, true, false));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        PartId part = PartVariable.of(task);
        Authors.Answer answer = new Authors.Answer(
                Set.copyOf(submission.list("outside")),
                Set.copyOf(submission.list("domains")),
                Set.copyOf(submission.list("theirs")),
                submission.optionalText("account").map(Actor::new),
                submission.optionalText("remark").orElse(""));
        return switch (authors.answer(part, submission.actor(), answer)) {
            case Result.Done done ->
                Recorded.with(
                        BuildProcess.AUTHORS_KNOWN.name(), authors.open(part).isEmpty());
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
