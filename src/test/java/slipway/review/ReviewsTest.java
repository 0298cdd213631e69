package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.ReleaseState.CLOSED;
import static slipway.release.ReleaseState.REVIEWED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.change.Rfc;
import slipway.library.Library;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.release.Outcome;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.testing.InsideStory;

class ReviewsTest extends InsideStory {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    @Autowired
    private Reviews reviews;

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient sql;

    private ReleaseNumber release;
    private UnitRevision former;
    private UnitRevision revision;

    @BeforeEach
    void an_audited_release() {
        threeSites();
        policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ofMinutes(3), 100, List.of(), List.of()), new Actor("paula"));
        release = inTest();
        revision = releases.get(release).builtRevision();
        former = plans.get(release).backoutTarget();
        done(library.advance(revision, Library.State.TESTED));
        done(library.advance(revision, Library.State.ACCEPTED));
        // The way through the rollout is another capability's story.
        sql.sql("update slipway.release set state = 'POST_AUDITED' where number = ?")
                .param(release.value())
                .update();
    }

    @Test
    void early_life_lasts_as_long_as_the_policy_in_force_says() {
        Instant before = Clock.systemUTC().instant();

        assertThat(reviews.startEarlyLife(release)).isBetween(before.plusSeconds(180), before.plusSeconds(240));
    }

    @Test
    void every_objective_is_scored_once() {
        refused(reviews.score(release, OLGA, List.of(true, true), ""), "not-in-early-life");
        reviews.startEarlyLife(release);

        refusedAt(reviews.score(release, OLGA, List.of(true), ""), "score2");
        done(reviews.score(release, OLGA, List.of(true, false), ""));
        refused(reviews.score(release, OLGA, List.of(true, true), ""), "scored-once");
    }

    @Test
    void nothing_closes_before_scores_lessons_and_review() {
        reviews.startEarlyLife(release);
        assertThat(reviews.openConditions(release))
                .extracting(open -> open.get("condition"))
                .contains("objectives-scored", "lessons-recorded", "review-held");
        refusedAt(reviews.conclude(release, CARL, " "), "conclusion");
        done(reviews.conclude(release, CARL, "well done"));

        refused(reviews.close(release), "objectives-scored");
        assertThat(releases.get(release).state()).isEqualTo(REVIEWED);
        done(reviews.clear(release, RITA, "asked olga for the scores"));
    }

    @Test
    void a_good_release_closes_its_rfcs() {
        reviewed(true);
        installed("zurich", revision);
        installed("new-york", revision);

        done(reviews.close(release));

        assertThat(releases.get(release).state()).isEqualTo(CLOSED);
        assertThat(releases.get(release).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(changes.find(RFC)).map(Rfc::status).contains(Rfc.Status.IMPLEMENTED);
    }

    @Test
    void a_missed_objective_is_the_worse_outcome_and_leaves_the_rfcs_open() {
        reviewed(false);
        installed("zurich", revision);

        done(reviews.close(release));

        assertThat(releases.get(release).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(changes.notReleasable(Set.of(RFC))).isEmpty();
    }

    private void reviewed(boolean met) {
        reviews.startEarlyLife(release);
        done(reviews.score(release, OLGA, List.of(true, met), ""));
        done(reviews.recordLessons(release, RITA, "test earlier"));
        done(reviews.conclude(release, CARL, "as wished"));
    }

    private void installed(String site, UnitRevision what) {
        cmdb.observed(new SiteId(site), UNIT, what, true, AT);
    }

    private Map<UnitRevision, Library.State> states() {
        return library.of(UNIT).stream().collect(Collectors.toMap(Library.Holding::revision, Library.Holding::state));
    }
}
