package slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.event.Event;
import slipway.review.Reviews.Score;
import slipway.review.Reviews.Verdict;
import slipway.shared.WallClock;

/** What happened to a release after its rollout. */
public sealed interface ReviewEvent extends Event {

    /** It is watched more closely until then. */
    record EarlyLifeStarted(int round, Instant until) implements ReviewEvent {
        @Override
        public String words() {
            return "Watched more closely until " + WallClock.utc(until) + ".";
        }
    }

    /** It stood, and what was left of its early life follows. */
    record EarlyLifeGoesOn(int round, Instant until) implements ReviewEvent {
        @Override
        public String words() {
            return "It stood, which does not count: watched more closely until " + WallClock.utc(until) + ".";
        }
    }

    /** An objective of which nobody can tell before that date. */
    record Benefit(String objective, Instant on) {}

    /** The service owner said which objectives were met, and which are measured later; {@code failed} were critical. */
    record ObjectivesScored(
            List<String> met, List<String> failed, List<String> missed, List<Benefit> later, String remark)
            implements ReviewEvent {
        static ObjectivesScored of(List<Score> scores, String remark) {
            return new ObjectivesScored(
                    objectives(scores, score -> score.verdict() == Verdict.MET),
                    objectives(scores, score -> score.verdict() == Verdict.MISSED && score.critical()),
                    objectives(scores, score -> score.verdict() == Verdict.MISSED && !score.critical()),
                    scores.stream()
                            .flatMap(score -> score.on().stream().map(on -> new Benefit(score.objective(), on)))
                            .toList(),
                    remark);
        }

        private static List<String> objectives(List<Score> scores, Predicate<Score> which) {
            return scores.stream().filter(which).map(Score::objective).toList();
        }

        @Override
        public String words() {
            return "Objectives met: " + listed(met) + "; missed and critical for going live: " + listed(failed)
                    + "; other ones missed: " + listed(missed) + "."
                    + later.stream()
                            .map(each -> " '" + each.objective() + "' is measured on " + WallClock.utc(each.on()) + ".")
                            .collect(Collectors.joining())
                    + (remark.isBlank() ? "" : " " + remark);
        }

        private static String listed(List<String> objectives) {
            return objectives.isEmpty()
                    ? "none"
                    : objectives.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        }
    }

    /** What became of a benefit after the release was closed. */
    record BenefitReviewed(String objective, boolean met, String remark) implements ReviewEvent {
        @Override
        public String words() {
            return "Benefit '" + objective + (met ? "' came: " : "' did not come: ") + remark;
        }
    }

    /** What the next release should do differently. */
    record LessonsRecorded(String lessons) implements ReviewEvent {
        @Override
        public String words() {
            return "Lessons: " + lessons;
        }
    }

    /** The change manager's conclusion. */
    record ReleaseReviewed(String conclusion) implements ReviewEvent {
        @Override
        public String words() {
            return "Reviewed: " + conclusion;
        }
    }

    /** It could not be closed, for these reasons. */
    record ClosingRefused(String reason) implements ReviewEvent {
        @Override
        public String words() {
            return "Not closed yet: " + reason;
        }
    }

    /** What was done about it. */
    record ClosingCleared(String remark) implements ReviewEvent {
        @Override
        public String words() {
            return "Cleared for closing: " + remark;
        }
    }
}
