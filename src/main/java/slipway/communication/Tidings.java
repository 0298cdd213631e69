package slipway.communication;

import java.util.Optional;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.ApprovalEvent.ApprovalVoided;
import slipway.approval.ApprovalEvent.GateStranded;
import slipway.approval.ApprovalEvent.GroupDenied;
import slipway.approval.ApprovalEvent.GroupVoided;
import slipway.approval.Gate;
import slipway.communication.CommunicationEvent.PeopleReminded;
import slipway.communication.CommunicationEvent.PeopleTold;
import slipway.communication.CommunicationEvent.ReadinessDenied;
import slipway.communication.CommunicationEvent.ReadinessPassedOn;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.communication.CommunicationEvent.TaskEscalated;
import slipway.event.Event;
import slipway.interruption.InterruptionEvent.DeliveredRevisionRecalled;
import slipway.interruption.InterruptionEvent.ReleaseCancelled;
import slipway.interruption.InterruptionEvent.ReleaseRescheduled;
import slipway.interruption.InterruptionEvent.RfcTakenBack;
import slipway.interruption.InterruptionEvent.SeriousIncidentReported;
import slipway.interruption.InterruptionEvent.WayBackRecalled;
import slipway.release.ReleaseEvent.ReleaseClosed;
import slipway.release.ReleaseEvent.ReleaseWithdrawn;
import slipway.rollout.RolloutEvent.BackOutFinished;
import slipway.rollout.RolloutEvent.BackOutOrdered;
import slipway.rollout.RolloutEvent.RolloutEndedEarly;
import slipway.rollout.RolloutEvent.RolloutNotCleared;
import slipway.rollout.RolloutEvent.RolloutPaused;
import slipway.rollout.RolloutEvent.RolloutResumed;
import slipway.rollout.RolloutEvent.RolloutStopped;
import slipway.rollout.RolloutEvent.SiteBackOutFailed;
import slipway.rollout.RolloutEvent.WavesGivenUp;
import slipway.rollout.RolloutEvent.WavesSentBack;

/** Of which events people are told, and by which template. */
final class Tidings {
    private Tidings() {}

    static Optional<String> template(Event event) {
        return switch (event) {
            case RolloutAnnounced announced -> Optional.of("rollout-announced");
            case ReadinessPassedOn passed -> Optional.of("rollout-announced");
            case PeopleTold told -> Optional.of("told-by-process");
            case PeopleReminded reminded -> Optional.of("task-reminder");
            case TaskEscalated escalated -> Optional.of("task-escalation");
            case ReadinessDenied denied -> Optional.of("sites-not-ready");
            case RolloutNotCleared refused -> Optional.of("rollout-not-cleared");
            // One happening is one notice, of its cause.
            case RolloutStopped stopped when !stopped.consequence() -> Optional.of("rollout-stopped");
            case ReleaseCancelled cancelled -> Optional.of("release-cancelled");
            case WavesGivenUp cancelled -> Optional.of("release-cancelled");
            // A draft was told to nobody.
            case ReleaseWithdrawn withdrawn when withdrawn.submittedBefore() -> Optional.of("release-cancelled");
            case ReleaseClosed closed -> Optional.of("release-closed");
            case ReleaseRescheduled rescheduled -> Optional.of("release-rescheduled");
            // Waves that never were scheduled were told to nobody.
            case WavesSentBack back when back.scheduledBefore() -> Optional.of("release-rescheduled");
            case RfcTakenBack taken -> Optional.of("rfc-taken-back");
            case DeliveredRevisionRecalled recalled -> Optional.of("revision-recalled");
            case WayBackRecalled recalled -> Optional.of("revision-recalled");
            case SeriousIncidentReported incident -> Optional.of("serious-incident");
            case RolloutPaused paused when !paused.raised() -> Optional.of("rollout-paused");
            case RolloutResumed resumed -> Optional.of("rollout-resumed");
            case RolloutEndedEarly ended -> Optional.of("rollout-ended-early");
            case BackOutOrdered ordered -> Optional.of("back-out-ordered");
            case SiteBackOutFailed failed -> Optional.of("back-out-failed");
            case BackOutFinished finished -> Optional.of("back-out-finished");
            case GateStranded stranded -> Optional.of("gate-nobody-may-pass");
            case ApprovalVoided voided -> Optional.of("approval-voided");
            case GroupVoided voided -> Optional.of("approval-voided");
            case GroupDenied denied -> Optional.of("gate-denied");
            case ApprovalDenied denied when denied.gate().equals(Gate.GO_LIVE) -> Optional.of("no-go");
            case ApprovalDenied denied when denied.gate().equals(Gate.PLAN_BASELINE) -> Optional.of("plan-returned");
            default -> Optional.empty();
        };
    }
}
