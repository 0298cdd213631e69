package slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import slipway.event.Event;
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

    /** The service owner said which objectives were met. */
    record ObjectivesScored(List<String> met, List<String> missed, String remark) implements ReviewEvent {
        @Override
        public String words() {
            return "Objectives met: " + listed(met) + "; missed: " + listed(missed) + "."
                    + (remark.isBlank() ? "" : " " + remark);
        }

        private static String listed(List<String> objectives) {
            return objectives.isEmpty()
                    ? "none"
                    : objectives.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
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
