package slipway.acceptance;

import slipway.approval.Approvals;
import slipway.approval.Approvals.Approval;

/** A test verdict in words. */
final class VerdictWords {
    private VerdictWords() {}

    static String of(Approvals.Standing verdict) {
        return switch (verdict) {
            case Approvals.Granted granted -> "passed by " + said(granted.approval());
            case Approvals.Denied denied -> "failed by " + said(denied.approval());
            case Approvals.Voided voided -> "no longer stands, to be judged again";
            case Approvals.Missing missing -> "not judged yet";
        };
    }

    private static String said(Approval approval) {
        return approval.actor() + (approval.reason().isBlank() ? "" : ": " + approval.reason());
    }
}
