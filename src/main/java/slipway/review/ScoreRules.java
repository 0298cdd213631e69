package slipway.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slipway.planning.Objective;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.review.Reviews.Said;
import slipway.review.Reviews.Score;
import slipway.review.Reviews.Verdict;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/** When and how objectives are scored, and what a missed one means. */
final class ScoreRules {
    private ScoreRules() {}

    static Optional<Refusal> refused(
            ReleaseState state, List<Objective> objectives, List<Said> said, List<Score> before, Instant now) {
        if (state != ReleaseState.EARLY_LIFE) {
            return Optional.of(Refusal.of(
                    "not-in-early-life",
                    "The release is " + state.words() + "; objectives are scored in its early life."));
        }
        if (said.size() != objectives.size()) {
            return Optional.of(Refusal.at(
                    "score" + Math.min(said.size() + 1, objectives.size()),
                    "every-objective-scored",
                    "The plan promised " + objectives.size() + " objectives; score each of them."));
        }
        if (!before.isEmpty()) {
            return Optional.of(Refusal.of("scored-once", "The objectives of this early life are scored already."));
        }
        return IntStream.range(0, objectives.size())
                .mapToObj(place -> postponed(objectives.get(place), said.get(place), place + 1, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> postponed(Objective objective, Said said, int number, Instant now) {
        if (said.verdict() != Verdict.LATER) {
            return Optional.empty();
        }
        if (objective.critical()) {
            return Optional.of(Refusal.at(
                    "score" + number,
                    "critical-scored-now",
                    "This objective is critical for going live; say now whether it was met."));
        }
        return said.on()
                        .filter(moment -> moment.isAfter(now) && !Objective.tooLate(moment, now))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "later" + number,
                        "benefit-date",
                        "Say on which date it is measured; the date must be in the future, and within "
                                + Objective.MOST_YEARS + " years."));
    }

    /** One score an objective, in their order; only what is left for later has a date. */
    static List<Score> scores(List<Objective> objectives, List<Said> said, String remark, Actor by) {
        return IntStream.range(0, objectives.size())
                .mapToObj(place -> score(place + 1, objectives.get(place), said.get(place), remark, by))
                .toList();
    }

    private static Score score(int place, Objective objective, Said said, String remark, Actor by) {
        Optional<Instant> on = said.on().filter(moment -> said.verdict() == Verdict.LATER);
        return new Score(place, objective.words(), objective.critical(), said.verdict(), on, remark, by);
    }

    /** A missed objective that is critical fails the release, another one is a shortfall; what is left says nothing yet. */
    static Optional<Outcome> outcome(Collection<Score> scores) {
        List<Score> missed = scores.stream()
                .filter(score -> score.verdict() == Verdict.MISSED)
                .toList();
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(missed.stream().anyMatch(Score::critical) ? Outcome.FAILED : Outcome.WITH_ISSUES);
    }
}
