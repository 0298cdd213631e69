package slipway.audit;

import static slipway.release.ReleaseState.BACKING_OUT;
import static slipway.release.ReleaseState.BACKOUT_FAILED;
import static slipway.release.ReleaseState.DEPLOYED;
import static slipway.release.ReleaseState.POST_AUDITED;
import static slipway.release.ReleaseState.PREPARED;
import static slipway.release.ReleaseState.PRE_AUDITED;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import slipway.release.ReleaseState;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** When an audit is due, what may be signed, and what a signature is worth. */
final class AuditRules {
    private AuditRules() {}

    /** Why no audit is due now. */
    static Optional<Refusal> notDue(ReleaseNumber release, ReleaseState state, Phase phase, int items) {
        boolean due = phase == Phase.BEFORE
                ? state == PREPARED
                : Set.of(DEPLOYED, BACKING_OUT, BACKOUT_FAILED).contains(state);
        if (!due) {
            return Optional.of(Refusal.of(
                    "audit-not-due",
                    "Release " + release + " is " + state + ": no audit " + words(phase) + " is due; go on with its"
                            + " tasks first."));
        }
        return phase == Phase.BEFORE && items == 0
                ? Optional.of(Refusal.of(
                        "audit-not-due", "Release " + release + " has no site in any wave; arrange its waves first."))
                : Optional.empty();
    }

    /** Why the audit cannot be signed; {@code first} is its first finding. */
    static Optional<Refusal> unsignable(AuditReport audit, Optional<Finding> first) {
        if (!audit.complete()) {
            return Optional.of(Refusal.at(
                    "decision",
                    "nothing-seen",
                    (audit.ordered() - audit.seen()) + " of " + audit.ordered()
                            + " parts at sites were not looked at yet; wait until all are."));
        }
        return first.map(finding -> Refusal.at(
                "decision",
                "findings-open",
                audit.findings() + " finding(s) are open, the first at " + finding.line()
                        + ": have them remedied first."));
    }

    /**
     * Why a release may not go on as audited: the newest audit must be signed as it is, be no older than {@code since},
     * and have seen exactly what is to be audited.
     */
    static Optional<Refusal> unmet(
            ReleaseNumber release, Phase phase, Optional<Signature> newest, Instant since, Set<AuditItem> wanted) {
        boolean stands = newest.filter(Signature::signed)
                .filter(audit -> audit.seen().equals(wanted))
                .filter(audit -> !audit.orderedAt().isBefore(since))
                .isPresent();
        return stands && (phase == Phase.AFTER || !wanted.isEmpty())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "audit-" + phase.name().toLowerCase(Locale.ROOT),
                        "No signed audit " + words(phase) + " covers exactly the parts of " + release
                                + " at its sites; have them audited."));
    }

    /** Whether somebody signed exactly what is seen now; {@code signed} is the digest under a signature. */
    static boolean signed(Optional<Digest> signed, Digest seen) {
        return signed.filter(seen::equals).isPresent();
    }

    /** Why the audit cannot be recorded: it is not signed as it is. */
    static Optional<Refusal> unrecordable(ReleaseNumber release, Phase phase, Optional<Digest> signed, Digest seen) {
        return signed(signed, seen)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "audit-not-signed",
                        "The newest audit " + words(phase) + " of " + release
                                + " is not signed as it is; have an auditor sign it."));
    }

    /** What a complete and signed audit is worth. */
    record Signature(Instant orderedAt, boolean signed, Set<AuditItem> seen) {}

    /** The state that an audit leads to. */
    static ReleaseState after(Phase phase) {
        return phase == Phase.BEFORE ? PRE_AUDITED : POST_AUDITED;
    }

    static String words(Phase phase) {
        return phase == Phase.BEFORE ? "before the rollout" : "after the rollout";
    }
}
