package slipway.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slipway.release.ReleaseState;
import slipway.review.Reviews.Score;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/** When and how objectives are scored, and what a missed one means. */
final class ScoreRules {
    private ScoreRules() {}

    static Optional<Refusal> refused(
            ReleaseState state, List<String> objectives, List<Boolean> met, List<Score> before) {
        if (state != ReleaseState.EARLY_LIFE) {
            return Optional.of(Refusal.of(
                    "not-in-early-life",
                    "The release is " + state.words() + "; objectives are scored in its early life."));
        }
        if (met.size() != objectives.size()) {
            return Optional.of(Refusal.at(
                    "score" + Math.min(met.size() + 1, objectives.size()),
                    "every-objective-scored",
                    "The plan promised " + objectives.size() + " objectives; score each of them."));
        }
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("scored-once", "The objectives of this early life are scored already."));
    }

    /** One score an objective, in their order. */
    static List<Score> scores(List<String> objectives, List<Boolean> met, String remark, Actor by) {
        return IntStream.range(0, objectives.size())
                .mapToObj(place -> new Score(place + 1, objectives.get(place), met.get(place), remark, by))
                .toList();
    }

    static List<String> objectives(List<Score> scores, boolean met) {
        return scores.stream()
                .filter(score -> score.met() == met)
                .map(Score::objective)
                .toList();
    }
}
