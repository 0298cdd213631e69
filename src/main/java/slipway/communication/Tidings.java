package slipway.communication;

import java.util.Optional;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.ApprovalEvent.ApprovalVoided;
import slipway.approval.Gate;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.event.Event;
import slipway.rollout.RolloutEvent.BackOutFinished;
import slipway.rollout.RolloutEvent.BackOutOrdered;
import slipway.rollout.RolloutEvent.RolloutEndedEarly;
import slipway.rollout.RolloutEvent.RolloutNotCleared;
import slipway.rollout.RolloutEvent.RolloutPaused;
import slipway.rollout.RolloutEvent.RolloutResumed;
import slipway.rollout.RolloutEvent.RolloutStopped;

/** Of which events people are told, and by which template. */
final class Tidings {
    private Tidings() {}

    static Optional<String> template(Event event) {
        return switch (event) {
            case RolloutAnnounced announced -> Optional.of("rollout-announced");
            case RolloutNotCleared refused -> Optional.of("rollout-not-cleared");
            case RolloutStopped stopped -> Optional.of("rollout-stopped");
            case RolloutPaused paused -> Optional.of("rollout-paused");
            case RolloutResumed resumed -> Optional.of("rollout-resumed");
            case RolloutEndedEarly ended -> Optional.of("rollout-ended-early");
            case BackOutOrdered ordered -> Optional.of("back-out-ordered");
            case BackOutFinished finished -> Optional.of("back-out-finished");
            case ApprovalVoided voided -> Optional.of("approval-voided");
            case ApprovalDenied denied when denied.gate().equals(Gate.GO_LIVE) -> Optional.of("no-go");
            case ApprovalDenied denied when denied.gate().equals(Gate.PLAN_BASELINE) -> Optional.of("plan-returned");
            default -> Optional.empty();
        };
    }
}
