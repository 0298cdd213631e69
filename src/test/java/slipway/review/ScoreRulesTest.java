package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.testing.Goals.MET;
import static slipway.testing.Goals.MISSED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.planning.Objective;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.review.Reviews.Said;
import slipway.review.Reviews.Score;
import slipway.review.Reviews.Verdict;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.testing.Goals;

class ScoreRulesTest {
    private static final Actor OLGA = new Actor("olga");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final List<Objective> PROMISED =
            List.of(Goals.critical("fast").getFirst(), Goals.other("quiet"));
    private static final List<Said> BOTH = List.of(MET, MISSED);

    @Test
    void every_objective_is_scored_in_early_life_once() {
        assertThat(refused(ReleaseState.EARLY_LIFE, BOTH, List.of())).isEmpty();
        assertThat(refused(ReleaseState.REVIEWED, BOTH, List.of())).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("not-in-early-life");
            assertThat(no.reason()).contains("reviewed");
        });
        assertThat(refused(ReleaseState.EARLY_LIFE, BOTH, ScoreRules.scores(PROMISED, BOTH, "", OLGA)))
                .map(Refusal::rule)
                .contains("scored-once");
    }

    @Test
    void the_first_objective_without_a_score_is_named() {
        assertThat(refused(List.of())).map(Refusal::field).contains("score1");
        assertThat(refused(List.of(MET))).map(Refusal::field).contains("score2");
        assertThat(refused(List.of(MET, MET, MET))).map(Refusal::field).contains("score2");
    }

    @Test
    void only_what_is_not_critical_may_wait_and_has_a_date_to_come() {
        Said later = Goals.later(NOW.plusSeconds(1));
        assertThat(refused(List.of(MET, later))).isEmpty();
        assertThat(refused(List.of(later, MET))).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("critical-scored-now");
            assertThat(no.field()).isEqualTo("score1");
        });
        Instant latest = Instant.parse("2031-11-29T12:00:00Z");
        assertThat(refused(List.of(MET, Goals.later(latest)))).isEmpty();
        for (Said wrong : List.of(
                Goals.later(NOW),
                Goals.later(latest.plusSeconds(1)),
                Goals.later(Instant.MAX),
                new Said(Verdict.LATER, Optional.empty()))) {
            assertThat(refused(List.of(MET, wrong))).hasValueSatisfying(no -> {
                assertThat(no.rule()).isEqualTo("benefit-date");
                assertThat(no.field()).isEqualTo("later2");
            });
        }
    }

    @Test
    void scores_stand_in_the_order_of_the_plan_and_only_what_waits_has_a_date() {
        Said met = new Said(Verdict.MET, Optional.of(NOW));
        Said later = Goals.later(NOW);

        assertThat(ScoreRules.scores(PROMISED, List.of(met, later), "nearly", OLGA))
                .containsExactly(
                        new Score(1, "fast", true, Verdict.MET, Optional.empty(), "nearly", OLGA),
                        new Score(2, "quiet", false, Verdict.LATER, Optional.of(NOW), "nearly", OLGA));
    }

    @Test
    void a_missed_objective_fails_the_release_when_it_is_critical_and_else_is_an_issue() {
        assertThat(outcome(MET, MET)).isEmpty();
        assertThat(outcome(MISSED, MET)).contains(Outcome.FAILED);
        assertThat(outcome(MISSED, MISSED)).contains(Outcome.FAILED);
        assertThat(outcome(MET, MISSED)).contains(Outcome.WITH_ISSUES);
        assertThat(outcome(MET, Goals.later(NOW))).isEmpty();
        assertThat(ScoreRules.outcome(List.of())).isEmpty();
    }

    private static Optional<Outcome> outcome(Said critical, Said other) {
        return ScoreRules.outcome(ScoreRules.scores(PROMISED, List.of(critical, other), "", OLGA));
    }

    private static Optional<Refusal> refused(List<Said> said) {
        return refused(ReleaseState.EARLY_LIFE, said, List.of());
    }

    private static Optional<Refusal> refused(ReleaseState state, List<Said> said, List<Score> before) {
        return ScoreRules.refused(state, PROMISED, said, before, NOW);
    }
}
