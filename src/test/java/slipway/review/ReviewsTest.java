package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static slipway.release.ReleaseState.CLOSED;
import static slipway.release.ReleaseState.EARLY_LIFE;
import static slipway.release.ReleaseState.REVIEWED;
import static slipway.testing.Goals.MET;
import static slipway.testing.Goals.MISSED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.change.Rfc;
import slipway.planning.PlanChapter.Weight;
import slipway.policy.Policy;
import slipway.release.Dossiers;
import slipway.release.Outcome;
import slipway.review.ReviewChapter.Condition;
import slipway.review.ReviewChapter.Note;
import slipway.review.ReviewChapter.Score;
import slipway.review.ReviewEvent.ClosingRefused;
import slipway.review.ReviewEvent.LessonsRecorded;
import slipway.review.ReviewEvent.ObjectivesScored;
import slipway.review.Reviews.Said;
import slipway.rollout.TargetState;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.testing.Goals;
import slipway.testing.InsideStory;

class ReviewsTest extends InsideStory {
    @Autowired
    private Reviews reviews;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient sql;

    private ReleaseNumber release;

    @BeforeEach
    void an_audited_release() {
        release = accepted();
        audited();
        Set.of(ZURICH, NEW_YORK, SINGAPORE).forEach(site -> targets.reached(site, TargetState.VERIFIED));
    }

    @Test
    void early_life_lasts_as_long_as_the_policy_of_the_release_says_whatever_is_in_force_by_now() {
        policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ofDays(30), 100, List.of(), List.of()), new Actor("ivan"));
        Instant before = Clock.systemUTC().instant();

        assertThat(reviews.startEarlyLife(release)).isBetween(before.plusSeconds(180), before.plusSeconds(240));
        assertThat(releases.get(release).state()).isEqualTo(EARLY_LIFE);
    }

    @Test
    void one_that_stood_lives_what_was_left_of_its_early_life_and_its_form_says_until_when() {
        reviews.startEarlyLife(release);
        Instant until =
                dossiers.chapter(release, ReviewChapter.class).earlyLifeUntil().orElseThrow();
        targets.stood(until.minusSeconds(60), until.plusSeconds(600));

        assertThat(reviews.startEarlyLife(release)).isEqualTo(until.plusSeconds(660));
        assertThat(dossiers.chapter(release, ReviewChapter.class).earlyLifeUntil())
                .contains(until.plusSeconds(660));
        assertThat(log.latest(release, ReviewEvent.EarlyLifeGoesOn.class))
                .contains(new ReviewEvent.EarlyLifeGoesOn(1, until.plusSeconds(660)));
    }

    @Test
    void every_objective_is_scored_once() {
        refused(reviews.score(release, OLGA, List.of(MET, MET), ""), "not-in-early-life");
        reviews.startEarlyLife(release);

        refusedAt(reviews.score(release, OLGA, List.of(MET), ""), "score2");
        done(reviews.score(release, OLGA, List.of(MET, MISSED), "nearly"));
        refused(reviews.score(release, OLGA, List.of(MET, MET), ""), "scored-once");
        assertThat(log.latest(release, ObjectivesScored.class))
                .contains(new ObjectivesScored(
                        List.of("Checks take a second"),
                        List.of(),
                        List.of("Nobody calls the service desk"),
                        List.of(),
                        "nearly"));
    }

    @Test
    void nothing_is_written_before_early_life_begins() {
        refused(reviews.recordLessons(release, RITA, "test earlier"), "not-in-early-life");
        refused(reviews.conclude(release, CARL, "well done"), "state-table");
        assertThat(log.latest(release, LessonsRecorded.class)).isEmpty();
    }

    @Test
    void nothing_closes_before_scores_lessons_and_review() {
        reviews.startEarlyLife(release);
        refusedAt(reviews.conclude(release, CARL, " "), "conclusion");
        refusedAt(reviews.recordLessons(release, RITA, " "), "lessons");
        done(reviews.conclude(release, CARL, "well done"));

        refused(reviews.close(release), "objectives-scored");

        assertThat(releases.get(release).state()).isEqualTo(REVIEWED);
        assertThat(log.latest(release, ClosingRefused.class))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("scored", "lessons"));
        assertThat(dossiers.chapter(release, ReviewChapter.class).conditions())
                .extracting(Condition::condition)
                .contains("objectives scored", "lessons recorded")
                .doesNotContain("review held");
        done(reviews.clear(release, RITA, "asked olga for the scores"));
        assertThat(dossiers.chapter(release, ReviewChapter.class).clearings())
                .extracting(Note::text, Note::by)
                .containsExactly(tuple("asked olga for the scores", RITA));
    }

    @Test
    void a_good_release_closes_its_rfcs() {
        reviewed(MET, MET);

        done(reviews.close(release));

        assertThat(releases.get(release).state()).isEqualTo(CLOSED);
        assertThat(releases.submitted(release).outcome()).contains(Outcome.SUCCESS);
        assertThat(changes.find(RFC)).map(Rfc::status).contains(Rfc.Status.IMPLEMENTED);
        assertThat(changes.claimants(RFC)).isEmpty();
    }

    @Test
    void an_rfc_whose_part_is_not_at_every_site_is_free_for_another_release() {
        targets.reached(NEW_YORK, TargetState.RESTORED);
        reviewed(MET, MET);

        done(reviews.close(release));

        assertThat(changes.find(RFC)).map(Rfc::status).contains(Rfc.Status.APPROVED);
        assertThat(changes.notReleasable(Set.of(RFC))).isEmpty();
    }

    @Test
    void an_rfc_that_was_rejected_after_the_go_is_not_written_over() {
        reviewed(MET, MET);
        changes.register(
                new Rfc(RFC, "Faster", UNIT, Rfc.Impact.LOW, false, Rfc.Status.REJECTED, List.of("Takes one second.")));

        done(reviews.close(release));

        assertThat(changes.find(RFC)).map(Rfc::status).contains(Rfc.Status.REJECTED);
        assertThat(releases.submitted(release).outcome()).contains(Outcome.WITH_ISSUES);
    }

    @Test
    void a_missed_objective_is_the_worse_outcome_and_leaves_the_rfcs_open() {
        reviewed(MISSED, MET);

        done(reviews.close(release));

        assertThat(releases.submitted(release).outcome()).contains(Outcome.FAILED);
        assertThat(changes.find(RFC)).map(Rfc::status).contains(Rfc.Status.APPROVED);
        assertThat(changes.notReleasable(Set.of(RFC))).isEmpty();
    }

    @Test
    void a_missed_objective_that_is_not_critical_is_a_shortfall_and_closes_the_rfcs() {
        reviewed(MET, MISSED);

        done(reviews.close(release));

        assertThat(releases.submitted(release).outcome()).contains(Outcome.WITH_ISSUES);
        assertThat(changes.find(RFC)).map(Rfc::status).contains(Rfc.Status.IMPLEMENTED);
    }

    @Test
    void a_benefit_of_later_keeps_nothing_open_and_whatever_becomes_of_it_the_outcome_stays() {
        Instant on = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(90));
        reviewed(MET, Goals.later(on));
        assertThat(reviews.benefits(release)).isEmpty();
        done(reviews.close(release));

        assertThat(releases.submitted(release).outcome()).contains(Outcome.SUCCESS);
        assertThat(reviews.benefits(release))
                .extracting(Reviews.Score::place, Reviews.Score::on)
                .containsExactly(tuple(2, Optional.of(on)));
        refused(reviews.reviewBenefit(release, 1, OLGA, false, "Counted"), "no-benefit-open");
        refusedAt(reviews.reviewBenefit(release, 2, OLGA, false, " "), "remark");
        done(reviews.reviewBenefit(release, 2, OLGA, false, "Counted"));
        refused(reviews.reviewBenefit(release, 2, OLGA, true, "Counted again"), "no-benefit-open");

        assertThat(releases.submitted(release).outcome()).contains(Outcome.SUCCESS);
        assertThat(log.latest(release, ReviewEvent.BenefitReviewed.class))
                .contains(new ReviewEvent.BenefitReviewed("Nobody calls the service desk", false, "Counted"));
        assertThat(dossiers.chapter(release, ReviewChapter.class).benefits())
                .extracting(ReviewChapter.Benefit::objective, ReviewChapter.Benefit::result)
                .containsExactly(tuple("Nobody calls the service desk", "did not come"));
    }

    @Test
    void what_is_critical_does_not_wait() {
        reviews.startEarlyLife(release);
        Said later = Goals.later(
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(90)));
        refused(reviews.score(release, OLGA, List.of(later, MET), ""), "critical-scored-now");
        assertThat(reviews.scores(release)).isEmpty();
    }

    @Test
    void a_release_that_was_backed_out_after_its_review_lives_and_is_scored_again() {
        reviewed(MET, MET);
        audited();

        reviews.startEarlyLife(release);

        assertThat(reviews.scores(release)).isEmpty();
        done(reviews.score(release, OLGA, List.of(MISSED, MISSED), ""));
        done(reviews.conclude(release, CARL, "backed out"));
        refused(reviews.close(release), "lessons-recorded");
        done(reviews.recordLessons(release, RITA, "look twice"));
        assertThat(dossiers.chapter(release, ReviewChapter.class).lessons())
                .extracting(Note::text)
                .containsExactly("look twice");
        done(reviews.close(release));
        assertThat(releases.submitted(release).outcome()).contains(Outcome.FAILED);
    }

    @Test
    void the_dossier_shows_scores_lessons_and_conclusion() {
        reviewed(MET, MET);

        ReviewChapter chapter = dossiers.chapter(release, ReviewChapter.class);

        assertThat(chapter.earlyLifeUntil()).isPresent();
        assertThat(chapter.scores())
                .containsExactly(
                        new Score(1, "Checks take a second", Weight.YES, "met", Optional.empty(), "", OLGA),
                        new Score(2, "Nobody calls the service desk", Weight.NO, "met", Optional.empty(), "", OLGA));
        assertThat(chapter.lessons()).extracting(Note::text, Note::by).containsExactly(tuple("test earlier", RITA));
        assertThat(chapter.conclusions()).extracting(Note::text, Note::by).containsExactly(tuple("as wished", CARL));
        assertThat(chapter.conditions()).isEmpty();
        assertThat(dossiers.chapter(releases.draft(MARA, "New", ""), ReviewChapter.class)
                        .scores())
                .isEmpty();
    }

    private void reviewed(Said critical, Said other) {
        reviews.startEarlyLife(release);
        done(reviews.score(release, OLGA, List.of(critical, other), ""));
        done(reviews.recordLessons(release, RITA, "test earlier"));
        done(reviews.conclude(release, CARL, "as wished"));
    }

    // The way through the rollout is another capability's story.
    private void audited() {
        sql.sql("update slipway.release set state = 'POST_AUDITED' where number = ?")
                .param(release.value())
                .update();
    }
}
