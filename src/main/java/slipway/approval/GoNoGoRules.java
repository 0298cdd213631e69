package slipway.approval;

import java.util.Optional;
import slipway.approval.GoNoGo.Decision;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** What a go or no-go needs, whoever gives it. */
final class GoNoGoRules {
    private GoNoGoRules() {}

    static Optional<Refusal> refused(SubmittedRelease release, Decision decision, String reason) {
        if (decision != Decision.GO && reason.isBlank()) {
            return Optional.of(Refusal.at(
                    "reason", "reason-required", "Say why this release does not go live as it was planned."));
        }
        return release.state() == ReleaseState.SCHEDULED
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "not-scheduled",
                        "Release " + release.number() + " is " + release.state().words()
                                + "; only a scheduled one is decided on."));
    }

    /** The reason as the ledger keeps it: a no-go says what it asks for. */
    static String recorded(Decision decision, String reason) {
        return switch (decision) {
            case GO -> reason;
            case REPLAN -> "plan again: " + reason;
            case CANCEL -> "cancel the release: " + reason;
        };
    }
}
