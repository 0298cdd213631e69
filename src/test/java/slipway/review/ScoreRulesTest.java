package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.release.ReleaseState;
import slipway.review.Reviews.Score;
import slipway.shared.Actor;
import slipway.shared.Refusal;

class ScoreRulesTest {
    private static final Actor OLGA = new Actor("olga");
    private static final List<String> PROMISED = List.of("fast", "quiet");
    private static final List<Boolean> BOTH = List.of(true, false);

    @Test
    void every_objective_is_scored_in_early_life_once() {
        assertThat(ScoreRules.refused(ReleaseState.EARLY_LIFE, PROMISED, BOTH, List.of()))
                .isEmpty();
        assertThat(ScoreRules.refused(ReleaseState.REVIEWED, PROMISED, BOTH, List.of()))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("not-in-early-life");
                    assertThat(no.reason()).contains("reviewed");
                });
        assertThat(ScoreRules.refused(
                        ReleaseState.EARLY_LIFE, PROMISED, BOTH, ScoreRules.scores(PROMISED, BOTH, "", OLGA)))
                .map(Refusal::rule)
                .contains("scored-once");
    }

    @Test
    void the_first_objective_without_a_score_is_named() {
        assertThat(ScoreRules.refused(ReleaseState.EARLY_LIFE, PROMISED, List.of(), List.of()))
                .map(Refusal::field)
                .contains("score1");
        assertThat(ScoreRules.refused(ReleaseState.EARLY_LIFE, PROMISED, List.of(true), List.of()))
                .map(Refusal::field)
                .contains("score2");
        assertThat(ScoreRules.refused(ReleaseState.EARLY_LIFE, PROMISED, List.of(true, true, true), List.of()))
                .map(Refusal::field)
                .contains("score2");
    }

    @Test
    void scores_stand_in_the_order_of_the_plan() {
        List<Score> scores = ScoreRules.scores(PROMISED, BOTH, "nearly", OLGA);

        assertThat(scores)
                .containsExactly(
                        new Score(1, "fast", true, "nearly", OLGA), new Score(2, "quiet", false, "nearly", OLGA));
        assertThat(ScoreRules.objectives(scores, true)).containsExactly("fast");
        assertThat(ScoreRules.objectives(scores, false)).containsExactly("quiet");
    }
}
