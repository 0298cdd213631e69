package slipway.release;

import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.CLOSED;
import static slipway.release.ReleaseState.DRAFT;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.shared.Refusal;

/** Which moves a release may make by itself: the state table, and how far its parts must be. */
final class MoveRules {
    private MoveRules() {}

    /** Why the release cannot make this move, if so. */
    static Optional<Refusal> refused(Release release, ReleaseState to) {
        return switch (release) {
            case Release.Unsubmitted draft ->
                to == SUBMITTED
                        ? Optional.of(Refusal.of(
                                "state-table",
                                "Release " + draft.number() + " has no scope yet; it is submitted with one."))
                        : table(draft, to, Optional.empty());
            case SubmittedRelease submitted ->
                to == CLOSED
                        ? Optional.of(Refusal.of(
                                "state-table",
                                "Release " + submitted.number() + " is closed with its outcome, not by a mere move."))
                        : table(submitted, to, submitted.stoppedIn())
                                .or(() -> untouched(submitted, to))
                                .or(() -> parts(submitted, to));
        };
    }

    private static Optional<Refusal> untouched(SubmittedRelease release, ReleaseState to) {
        return to == CANCELLED && release.state().amongWaves()
                ? Optional.of(Refusal.of(
                        "state-table",
                        "Release " + release.number() + " is " + release.state().words()
                                + "; its rollout is given up only while no site was switched, not by a mere move."))
                : Optional.empty();
    }

    /** Why its rollout cannot be given up, if so; whether a site was switched is not known here. */
    static Optional<Refusal> notGivenUp(SubmittedRelease release) {
        return release.state().amongWaves()
                ? table(release, CANCELLED, release.stoppedIn())
                : Optional.of(Refusal.of(
                        "state-table",
                        "Release " + release.number() + " is " + release.state().words()
                                + ", so there is no rollout to give up."));
    }

    /** Why it cannot be submitted now, if so. */
    static Optional<Refusal> notSubmitted(Release release) {
        return release.state() == DRAFT || release.state() == SUBMITTED
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "state-table",
                        "Release " + release.number() + " is " + release.state().words()
                                + "; only a draft is submitted, or a release that went back to submitted."));
    }

    /** Why the release cannot be closed now, if so. */
    static Optional<Refusal> notClosable(SubmittedRelease release) {
        return table(release, CLOSED, release.stoppedIn());
    }

    /** All that speaks against something, in one refusal that bears the rule and the field of the first. */
    static Optional<Refusal> together(List<Refusal> all) {
        return all.stream()
                .findFirst()
                .map(first -> new Refusal(
                        first.rule(),
                        first.field(),
                        all.stream().map(Refusal::reason).collect(Collectors.joining(" "))));
    }

    private static Optional<Refusal> table(Release release, ReleaseState to, Optional<ReleaseState> stoppedIn) {
        return release.state().mayBecome(to, stoppedIn)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "state-table",
                        "Release " + release.number() + " is " + release.state().words() + " and cannot become "
                                + to.words() + "."));
    }

    private static Optional<Refusal> parts(SubmittedRelease release, ReleaseState to) {
        return switch (to) {
            case IN_TEST -> unless(release, part -> part.revision().isPresent(), "parts-ready", "made ready");
            case ACCEPTED -> unless(release, ReleasePart.Accepted.class::isInstance, "parts-accepted", "accepted");
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> unless(
            SubmittedRelease release, Predicate<ReleasePart> far, String rule, String done) {
        List<ReleasePart> behind = release.parts().stream().filter(far.negate()).toList();
        return behind.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        rule,
                        "These parts are not " + done + " yet: "
                                + behind.stream()
                                        .map(part -> part.unit().value())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
