package slipway.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Content;
import slipway.shared.Refusal;

/** What the test manager may say of a part that was tried. */
final class VerdictRules {
    private VerdictRules() {}

    /** What is known of a part when its tests are judged. */
    record Evidence(Set<Content> returns, List<Finding> findings, boolean byHand, boolean barred) {}

    /** Why the test manager cannot say this of the part, if so. */
    static Optional<Refusal> judged(
            SubmittedRelease release, ReleasePart part, boolean pass, String reason, Evidence evidence) {
        return notInTest(release)
                .or(() -> part.revision().isEmpty() ? notMade(part) : Optional.empty())
                .or(() -> pass ? passed(part, reason, evidence) : without(reason, "reason"));
    }

    private static Optional<Refusal> passed(ReleasePart part, String reason, Evidence evidence) {
        if (evidence.barred()) {
            return Optional.of(Refusal.at(
                    "decision",
                    "revision-barred",
                    part.unit() + " is in quarantine or recalled and may never be installed. Choose failed."));
        }
        List<String> open = open(evidence.returns(), evidence.findings());
        if (!open.isEmpty()) {
            return Optional.of(Refusal.at(
                    "decision",
                    "trials-passed",
                    "Only a revision that passed every trial passes: " + String.join("; ", open)
                            + ". Choose failed, or have it tried again."));
        }
        return evidence.byHand() && reason.isBlank()
                ? Optional.of(Refusal.at(
                        "reason",
                        "tested-by-hand-says-how",
                        part.unit()
                                + " came without an acceptance command. Say what was tried by hand, and how it went."))
                : Optional.empty();
    }

    /** The trials that are missing or did not pass; each distinct predecessor must be rehearsed. */
    static List<String> open(Set<Content> returns, List<Finding> findings) {
        List<String> open = new ArrayList<>();
        for (Trial trial : List.of(Trial.INSTALLATION, Trial.TESTS)) {
            open(findings, trial, Optional.empty(), trial.words() + " is missing")
                    .ifPresent(open::add);
        }
        returns.stream()
                .sorted(Comparator.comparing(Content::toString))
                .forEach(to -> open(
                                findings,
                                Trial.BACK_OUT_REHEARSAL,
                                Optional.of(to),
                                "the return to " + to + " was not rehearsed")
                        .ifPresent(open::add));
        return open;
    }

    private static Optional<String> open(
            List<Finding> findings, Trial trial, Optional<Content> predecessor, String missing) {
        Optional<Finding> finding = findings.stream()
                .filter(each -> each.trial() == trial && each.predecessor().equals(predecessor))
                .findFirst();
        return finding.isEmpty()
                ? Optional.of(missing)
                : finding.filter(each -> !each.passed()).map(Finding::summary);
    }

    /** Whether a revision may not even be tried: what the library does not hold, or bars for ever. */
    static boolean barred(Optional<Holding> holding) {
        return holding.map(held -> held.recalled() || held.state() == Library.State.QUARANTINED)
                .orElse(true);
    }

    static Optional<Refusal> notInTest(SubmittedRelease release) {
        return release.state() == ReleaseState.IN_TEST
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "release-state",
                        "Release " + release.number() + " is " + release.state().words()
                                + ", not in test; nothing is to be" + " judged now."));
    }

    private static Optional<Refusal> notMade(ReleasePart part) {
        return Optional.of(Refusal.of(
                "part-not-ready", "Part " + part.id() + " has no revision; it is made first and tried then."));
    }

    /** Whoever is against something says why. */
    static Optional<Refusal> without(String reason, String field) {
        return reason.isBlank()
                ? Optional.of(Refusal.at(field, "reason-missing", "Say why; the build engineer reads it."))
                : Optional.empty();
    }
}
