package slipway.planning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import slipway.library.Library;
import slipway.release.Release;
import slipway.shared.Refusal;

/** What a plan must say before anybody approves it. */
@Component
class PlanRules {
    private static final int LONGEST_OBJECTIVE = 200;
    private static final int MOST_OBJECTIVES = 3;
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

    private final Library library;
    private final Clock clock;

    PlanRules(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    Optional<Refusal> broken(Release release, Plan plan) {
        return objectives(plan.objectives()).or(() -> window(plan)).or(() -> backout(release, plan));
    }

    private static Optional<Refusal> objectives(List<String> objectives) {
        if (objectives.isEmpty() || objectives.size() > MOST_OBJECTIVES) {
            return refused("objective1", "measurable-objectives", "Name one to three objectives that can be measured.");
        }
        for (int place = 0; place < objectives.size(); place++) {
            String objective = objectives.get(place);
            if (objective.isBlank() || objective.length() > LONGEST_OBJECTIVE) {
                return refused(
                        "objective" + (place + 1),
                        "measurable-objectives",
                        "An objective is a sentence of at most " + LONGEST_OBJECTIVE + " characters.");
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> window(Plan plan) {
        if (!plan.start().isBefore(plan.end())) {
            return refused("end", "window-order", "The window must end after it starts.");
        }
        if (!plan.end().isAfter(clock.instant())) {
            return refused("end", "window-past", "The window is over already; choose one that ends in the future.");
        }
        if (Duration.between(plan.start(), plan.end()).compareTo(SHORTEST_WINDOW) < 0) {
            return refused("end", "window-too-short", "A window is at least one minute long.");
        }
        return Optional.empty();
    }

    private Optional<Refusal> backout(Release release, Plan plan) {
        if (plan.backoutLimit().isNegative() || plan.backoutLimit().isZero()) {
            return refused("backoutMinutes", "backout-limit", "Say how many minutes a back-out of a site may take.");
        }
        Predicate<Library.Holding> verified = BackoutTargets::verified;
        boolean ofUnit =
                plan.backoutTarget().unit().equals(release.confirmedScope().unit());
        return ofUnit && library.find(plan.backoutTarget()).filter(verified).isPresent()
                ? Optional.empty()
                : refused(
                        "backoutTarget",
                        "verified-backout-target",
                        plan.backoutTarget() + " is no accepted or live revision of "
                                + release.confirmedScope().unit() + " in the library; choose one that is.");
    }

    private static Optional<Refusal> refused(String field, String rule, String reason) {
        return Optional.of(Refusal.at(field, rule, reason));
    }
}
