package slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.planning.Plans.Draft;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** What a plan must say before anybody approves it, and when it is written. */
final class PlanRules {
    static final int LONGEST_OBJECTIVE = 200;
    static final int MOST_OBJECTIVES = 3;
    static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    static final Duration LONGEST_BACK_OUT = Duration.ofDays(1);

    private PlanRules() {}

    /** Plans are made, and decided on, before anything else is done. */
    static Optional<Refusal> notSubmitted(SubmittedRelease release) {
        return release.state() == ReleaseState.SUBMITTED
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "not-submitted",
                        "Release " + release.number() + " is " + release.state().words()
                                + "; a plan is drafted and approved only while it is submitted."));
    }

    /** No plan mends what was overtaken; the way to its scope is named. */
    static Refusal scopeFirst(Refusal overtaken) {
        return new Refusal(
                overtaken.rule(),
                overtaken.field(),
                overtaken.reason()
                        + " Start \"Reschedule a release\" and choose to plan again: its scope is confirmed first, where"
                        + " you do so.");
    }

    /** Who drafts the plan again needs to know what it lacks. */
    static Optional<Refusal> returnedWithoutReason(boolean approved, String reason) {
        return approved || !reason.isBlank()
                ? Optional.empty()
                : refused("reason", "reason-required", "Say what the plan lacks, so that it can be mended.");
    }

    /** What of the draft is nonsense, if anything. */
    static Optional<Refusal> broken(Draft draft, Instant now) {
        return objectives(draft, now).or(() -> window(draft, now)).or(() -> backout(draft.backoutLimit()));
    }

    private static Optional<Refusal> objectives(Draft draft, Instant now) {
        List<Objective> objectives = draft.objectives();
        if (objectives.isEmpty() || objectives.size() > MOST_OBJECTIVES) {
            return refused("objective1", "measurable-objectives", "Name one to three objectives that can be measured.");
        }
        for (int place = 0; place < objectives.size(); place++) {
            int number = place + 1;
            Objective objective = objectives.get(place);
            Optional<Refusal> wrong =
                    objective(objective, number, draft.end()).or(() -> measuredTooLate(objective, number, now));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> objective(Objective objective, int number, Instant end) {
        if (objective.words().isBlank() || objective.words().length() > LONGEST_OBJECTIVE) {
            return refused(
                    "objective" + number,
                    "measurable-objectives",
                    "An objective is a sentence of at most " + LONGEST_OBJECTIVE + " characters.");
        }
        if (objective.critical() && objective.measured().isPresent()) {
            return refused(
                    "measured" + number,
                    "critical-measured-later",
                    "What is critical for going live is scored when early life ends; leave its date out.");
        }
        return objective.measured().filter(moment -> !moment.isAfter(end)).isPresent()
                ? refused(
                        "measured" + number,
                        "measured-too-early",
                        "A benefit is measured after the window has closed; choose a later date.")
                : Optional.empty();
    }

    private static Optional<Refusal> measuredTooLate(Objective objective, int number, Instant now) {
        return objective
                        .measured()
                        .filter(moment -> Objective.tooLate(moment, now))
                        .isPresent()
                ? refused(
                        "measured" + number,
                        "measured-too-late",
                        "A benefit is measured within " + Objective.MOST_YEARS + " years; choose an earlier date.")
                : Optional.empty();
    }

    private static Optional<Refusal> window(Draft draft, Instant now) {
        if (!draft.start().isBefore(draft.end())) {
            return refused("end", "window-order", "The window must end after it starts.");
        }
        if (!draft.end().isAfter(now)) {
            return refused("end", "window-past", "The window is over already; choose one that ends in the future.");
        }
        if (Duration.between(draft.start(), draft.end()).compareTo(SHORTEST_WINDOW) < 0) {
            return refused("end", "window-too-short", "A window is at least one minute long.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> backout(Duration limit) {
        return limit.isPositive() && limit.compareTo(LONGEST_BACK_OUT) <= 0
                ? Optional.empty()
                : refused(
                        "backoutMinutes",
                        "backout-limit",
                        "Say how many minutes a back-out of a site may take, at most a day.");
    }

    private static Optional<Refusal> refused(String field, String rule, String reason) {
        return Optional.of(Refusal.at(field, rule, reason));
    }
}
