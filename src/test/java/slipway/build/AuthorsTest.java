package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.build.Authors.Answer;
import slipway.build.Authors.Author;
import slipway.build.Authors.Domain;
import slipway.build.AuthorsChapter.Shown;
import slipway.build.BuildEvent.AuthorsAnswered;
import slipway.build.BuildEvent.BuildPassed;
import slipway.build.git.GitRepositories.Commit;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.MailOwners;
import slipway.release.ReleasePart;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitRevision;
import slipway.testing.TourSources;

class AuthorsTest extends BuildStory {
    private static final Set<String> NONE = Set.of();
    private static final Actor TOM = new Actor("tom");

    @Autowired
    Duties duties;

    @Autowired
    AuthorsSource chapters;

    @Autowired
    MailOwners owners;

    @Autowired
    AuthorRows rows;

    @Autowired
    JdbcClient jdbc;

    /** A part whose newest commit is by somebody at that address; what ran before has no unknown author. */
    private PartId builtBy(String... addresses) throws Exception {
        Commit[] commits = IntStream.range(0, addresses.length)
                .mapToObj(place -> by("v1.1." + place, addresses[place]))
                .toArray(Commit[]::new);
        repository(commits);
        UnitRevision before = new UnitRevision(PROGRAM, "1.0.0", Digest.of("1.0.0"));
        runs(HERE, before);
        runs(THERE, before);
        PartId part = inBuild(commits[commits.length - 1].tag());
        assertThat(built(part).state()).isEqualTo(Build.State.PASSED);
        return part;
    }

    private static Commit by(String tag, String address) {
        try {
            Commit commit = TourSources.commit(tag, "eve", Map.of("README.md", "# " + tag));
            return new Commit(tag, "More", "Eve *b*", address, commit.at(), commit.files());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer outside(String... addresses) {
        return new Answer(Set.of(addresses), NONE, NONE, Optional.empty(), "our contractor");
    }

    private static Answer colleague(String account, String... addresses) {
        return new Answer(NONE, NONE, Set.of(addresses), Optional.of(new Actor(account)), "");
    }

    private List<String> open(PartId part) {
        return authors.open(part).stream().map(Author::address).toList();
    }

    @Test
    void a_part_goes_no_further_until_somebody_answers_for_its_authors() throws Exception {
        PartId part = builtBy("eve@works.example");
        done(proposed(part));
        done(checkIns.attestScan(part, SOFIA, true, "clamd 1.4", ""));

        assertThat(rule(checkIns.checkIn(part))).isEqualTo("authors-unknown");
        assertThat(releases.submitted(part.release()).part(PROGRAM)).isNotInstanceOf(ReleasePart.Ready.class);

        done(authors.answer(part, CONRAD, outside("eve@works.example")));
        done(checkIns.checkIn(part));
    }

    @Test
    void a_colleague_is_a_builder_from_the_answer_on_and_of_later_builds_without_a_question() throws Exception {
        PartId part = builtBy("private@home.example");
        assertThat(duties.performers(part.release(), Duty.BUILDER)).isEmpty();

        done(authors.answer(part, CONRAD, colleague("tom", "private@home.example")));

        assertThat(duties.performers(part.release(), Duty.BUILDER)).containsExactlyInAnyOrder(TOM, CONRAD);
        assertThat(duties.barred(part.release(), Duty.TESTER, TOM)).isPresent();
        assertThat(told(part.release(), AuthorsAnswered.class).words())
                .contains("private@home.example: the account 'tom'");
        cancel(part);
        PartId next = inBuild("v1.1.0");
        built(next);
        assertThat(open(next)).isEmpty();
        assertThat(duties.performers(next.release(), Duty.BUILDER)).containsExactlyInAnyOrder(TOM, CONRAD);
        assertThat(told(next.release(), BuildPassed.class).unknownAuthors()).isEmpty();
    }

    @Test
    void a_colleague_by_a_word_is_shown_with_it_and_corrected_until_the_check_in() throws Exception {
        Set<String> theirs = Set.of("private@home.example");
        owners.belong(theirs, TOM, CONRAD, "said in another release");
        PartId part = builtBy("private@home.example");
        assertThat(chapters.of(part.release()).authors()).singleElement().satisfies(shown -> {
            assertThat(shown.address()).isEqualTo("private@home.example");
            assertThat(shown.who()).startsWith("tom, said conrad on ");
        });

        owners.belong(theirs, BEN, SOFIA, "it is his brother's");
        done(proposed(part));
        done(checkIns.attestScan(part, SOFIA, true, "clamd 1.4", ""));
        done(checkIns.checkIn(part));

        assertThat(duties.performers(part.release(), Duty.BUILDER)).contains(BEN, SOFIA);
    }

    @Test
    void whoever_said_whose_an_address_is_is_a_builder_of_every_release_in_which_that_counts() throws Exception {
        PartId part = builtBy("conrad@home.example", "eve@works.example");
        done(authors.answer(part, CONRAD, outside("conrad@home.example")));
        done(authors.answer(
                part, SOFIA, new Answer(NONE, Set.of("works.example"), NONE, Optional.empty(), "our contractor")));
        cancel(part);

        PartId next = inBuild("v1.1.1");
        built(next);

        assertThat(open(next)).isEmpty();
        assertThat(duties.performers(next.release(), Duty.BUILDER)).containsExactlyInAnyOrder(CONRAD, SOFIA);
        assertThat(duties.barred(next.release(), Duty.ACCEPTOR, CONRAD)).isPresent();
    }

    @Test
    void whom_only_the_directory_knew_when_the_last_question_was_answered_stays_answered_for() throws Exception {
        PartId part = builtBy("eve@works.example");
        rows.add(builds.latest(part).key(), List.of(new Author("Ben", "ben@alpenbank.example", 1, "c0ffee")));

        done(authors.answer(part, CONRAD, outside("eve@works.example")));

        assertThat(jdbc.sql("select account, said_by from slipway.mail_owner where name = 'ben@alpenbank.example'")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("account", "ben", "said_by", "conrad"));
    }

    @Test
    void why_a_part_is_not_checked_in_is_read_where_it_is_built_again() throws Exception {
        PartId part = builtBy("eve@works.example");
        done(proposed(part));
        done(checkIns.attestScan(part, SOFIA, true, "clamd 1.4", ""));

        assertThat(rule(checkIns.checkIn(part))).isEqualTo("authors-unknown");

        assertThat(builds.latest(part).problem()).startsWith("1 authors of built-program are known to nobody here;");
    }

    @Test
    void who_is_from_outside_bars_nobody_and_is_told_with_whose_word_it_is() throws Exception {
        PartId part = builtBy("eve@works.example");

        done(authors.answer(part, CONRAD, outside("eve@works.example")));

        assertThat(duties.performers(part.release(), Duty.BUILDER)).containsExactly(CONRAD);
        assertThat(told(part.release(), AuthorsAnswered.class).words())
                .isEqualTo("Authors of build " + builds.latest(part).key()
                        + " were answered for. eve@works.example: from outside. our contractor.");
        assertThat(chapters.of(part.release()).authors()).singleElement().satisfies(shown -> {
            assertThat(shown.name()).isEqualTo("Eve *b*");
            assertThat(shown.address()).isEqualTo("eve@works.example");
            assertThat(shown.who()).startsWith("from outside, said conrad on ").endsWith(": our contractor");
        });
    }

    @Test
    void a_domain_from_outside_is_answered_for_once() throws Exception {
        PartId part = builtBy("eve@works.example", "adam@works.example", "cid@other.example", "gone@alpenbank.example");
        assertThat(authors.domains(part))
                .containsExactly(new Domain("works.example", 2), new Domain("other.example", 1));

        done(authors.answer(
                part, CONRAD, new Answer(NONE, Set.of("works.example"), NONE, Optional.empty(), "our contractor")));

        assertThat(open(part)).containsExactly("cid@other.example", "gone@alpenbank.example");
        assertThat(told(part.release(), AuthorsAnswered.class).words())
                .contains("everybody of works.example: from outside");
        assertThat(chapters.of(part.release()).authors())
                .extracting(Shown::who)
                .filteredOn(who -> who.startsWith("from outside, as all of works.example, said conrad"))
                .hasSize(2);
    }

    @Test
    void a_domain_of_our_own_people_is_answered_for_address_by_address() throws Exception {
        PartId part = builtBy("gone@alpenbank.example");

        Result whole = authors.answer(
                part, CONRAD, new Answer(NONE, Set.of("alpenbank.example"), NONE, Optional.empty(), "left us"));

        assertThat(rule(whole)).isEqualTo("own-domain");
        assertThat(open(part)).containsExactly("gone@alpenbank.example");
        done(authors.answer(part, CONRAD, outside("gone@alpenbank.example")));
    }

    @Test
    void an_answer_that_is_refused_changes_nothing() throws Exception {
        PartId part = builtBy("eve@works.example", "adam@works.example");

        assertThat(rule(authors.answer(part, CONRAD, outside()))).isEqualTo("answer-missing");
        assertThat(rule(authors.answer(part, CONRAD, colleague("nobody", "eve@works.example"))))
                .isEqualTo("unknown-account");

        assertThat(open(part)).hasSize(2);
        assertThat(log.latest(part.release(), AuthorsAnswered.class)).isEmpty();
    }

    @Test
    void what_is_answered_for_in_another_release_counts_here_too() throws Exception {
        PartId part = builtBy("private@home.example");
        done(proposed(part));
        done(checkIns.attestScan(part, SOFIA, true, "clamd 1.4", ""));
        Set<String> theirs = Set.of("private@home.example");

        owners.belong(theirs, TOM, CONRAD, "said in another release");
        done(checkIns.checkIn(part));

        assertThat(duties.performers(part.release(), Duty.BUILDER)).containsExactlyInAnyOrder(TOM, CONRAD);
    }

    @Test
    void who_is_barred_from_nothing_is_shown_first_however_little_they_wrote() throws Exception {
        owners.belong(Set.of("private@home.example"), TOM, CONRAD, "");
        owners.outside(Set.of("eve@works.example"), NONE, CONRAD, "our contractor");

        PartId part = builtBy("private@home.example", "private@home.example", "eve@works.example");

        assertThat(chapters.of(part.release()).authors())
                .extracting(Shown::address)
                .containsExactly("eve@works.example", "private@home.example");
    }

    @Test
    void one_address_is_asked_about_once_and_an_author_without_one_by_name() throws Exception {
        PartId part = builtBy("Eve+x@Works.example", "eve@works.example", "");

        assertThat(authors.open(part))
                .extracting(Author::address, Author::commits)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("eve@works.example", 2),
                        org.assertj.core.groups.Tuple.tuple("no address: Eve *b*", 1));
    }

    @Test
    void of_very_many_the_history_names_the_first_and_the_chapter_says_how_many_it_leaves_out() throws Exception {
        PartId part = builtBy(IntStream.range(0, 203)
                .mapToObj(place -> "author-" + (1000 + place) + "@works.example")
                .toArray(String[]::new));

        assertThat(open(part)).hasSize(203);
        assertThat(told(part.release(), BuildPassed.class).unknownAuthors())
                .hasSize(21)
                .endsWith("183 more");
        assertThat(chapters.of(part.release()).authors()).hasSize(200);
        assertThat(chapters.of(part.release()).left()).isEqualTo(3);
    }
}
