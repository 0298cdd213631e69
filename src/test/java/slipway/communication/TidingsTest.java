package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.ApprovalEvent.ApprovalGranted;
import slipway.approval.ApprovalEvent.ApprovalVoided;
import slipway.approval.ApprovalEvent.GateStranded;
import slipway.approval.ApprovalEvent.GroupDenied;
import slipway.approval.ApprovalEvent.GroupGranted;
import slipway.approval.ApprovalEvent.GroupVoided;
import slipway.approval.Aspect;
import slipway.approval.Bound;
import slipway.approval.Gate;
import slipway.communication.CommunicationEvent.NoticesQueued;
import slipway.communication.CommunicationEvent.PeopleReminded;
import slipway.communication.CommunicationEvent.PeopleTold;
import slipway.communication.CommunicationEvent.ReadinessConfirmed;
import slipway.communication.CommunicationEvent.ReadinessDenied;
import slipway.communication.CommunicationEvent.ReadinessPassedOn;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.communication.CommunicationEvent.TaskEscalated;
import slipway.event.Event;
import slipway.release.Outcome;
import slipway.release.ReleaseEvent.ReleaseClosed;
import slipway.release.ReleaseEvent.ReleaseWithdrawn;
import slipway.rollout.PausedDecision;
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
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class TidingsTest {
    private static final Gate SECURITY = new Gate("SECURITY_APPROVAL");

    private static List<Arguments> told() {
        return List.of(
                Arguments.of(new RolloutAnnounced(1, List.of()), "rollout-announced"),
                Arguments.of(new ReadinessPassedOn(1, new Actor("gone"), List.of(), List.of()), "rollout-announced"),
                Arguments.of(new PeopleTold("Tell", List.of("cab"), "Soon", "Be there"), "told-by-process"),
                Arguments.of(new PeopleReminded("Sign", List.of()), "task-reminder"),
                Arguments.of(new TaskEscalated("Sign", List.of(), List.of("it-manager")), "task-escalation"),
                Arguments.of(new ReadinessDenied(List.of(), "no power"), "sites-not-ready"),
                Arguments.of(
                        new SiteBackOutFailed(new SiteId("zurich"), new UnitId("check"), "no disk"), "back-out-failed"),
                Arguments.of(new RolloutNotCleared(List.of("late")), "rollout-not-cleared"),
                Arguments.of(new RolloutStopped("in rollout", "smoke", false), "rollout-stopped"),
                Arguments.of(new RolloutPaused(Optional.of(2), "failed", false), "rollout-paused"),
                Arguments.of(new ReleaseWithdrawn("no money", true), "release-cancelled"),
                Arguments.of(new WavesGivenUp("no window"), "release-cancelled"),
                Arguments.of(new ReleaseClosed(Outcome.SUCCESS), "release-closed"),
                Arguments.of(new WavesSentBack("no window", true), "release-rescheduled"),
                Arguments.of(new RolloutResumed(PausedDecision.RESUME, List.of(), "calm"), "rollout-resumed"),
                Arguments.of(new RolloutEndedEarly("enough", List.of(), List.of()), "rollout-ended-early"),
                Arguments.of(
                        new BackOutOrdered(PausedDecision.BACK_OUT_ALL, List.of(), List.of(), "It fails", List.of()),
                        "back-out-ordered"),
                Arguments.of(new BackOutFinished(PausedDecision.BACK_OUT_ALL, List.of()), "back-out-finished"),
                Arguments.of(
                        new ApprovalVoided(Gate.GO_LIVE, Optional.empty(), Bound.whole(Aspect.WINDOW)),
                        "approval-voided"),
                Arguments.of(new GroupVoided(SECURITY, "cab", Bound.whole(Aspect.WINDOW)), "approval-voided"),
                Arguments.of(new GroupDenied(SECURITY, "cab", "no"), "gate-denied"),
                Arguments.of(
                        new GateStranded(Gate.GO_LIVE, Optional.empty(), "cab", List.of()), "gate-nobody-may-pass"),
                Arguments.of(new ApprovalDenied(Gate.GO_LIVE, Optional.empty(), "no"), "no-go"),
                Arguments.of(new ApprovalDenied(Gate.PLAN_BASELINE, Optional.empty(), "no"), "plan-returned"));
    }

    private static List<Event> untold() {
        return List.of(
                new ApprovalDenied(Gate.BUSINESS_ACCEPTANCE, Optional.empty(), "no"),
                new ApprovalGranted(Gate.GO_LIVE, Optional.empty(), ""),
                new GroupGranted(SECURITY, "cab", ""),
                new ReadinessConfirmed(List.of(), ""),
                new ReleaseWithdrawn("a draft", false),
                new WavesSentBack("never scheduled", false),
                new RolloutStopped("in rollout", "REL-1 was recalled", true),
                new RolloutPaused(Optional.empty(), "Stopped by Rita", true),
                new NoticesQueued("no go", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("told")
    void what_stops_or_turns_a_release_is_told_by_a_template_of_its_own(Event event, String template) {
        assertThat(Tidings.template(event)).contains(template);
    }

    @ParameterizedTest
    @MethodSource("untold")
    void what_leads_to_a_task_or_is_a_notice_itself_is_told_to_nobody(Event event) {
        assertThat(Tidings.template(event)).isEmpty();
    }
}
