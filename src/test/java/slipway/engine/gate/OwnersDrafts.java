package slipway.engine.gate;

import static slipway.engine.gate.Drafts.flow;
import static slipway.engine.gate.Drafts.node;
import static slipway.engine.gate.Drafts.shipped;
import static slipway.engine.gate.Drafts.timer;
import static slipway.engine.gate.Drafts.timerAt;

import java.util.List;
import java.util.Map;
import slipway.engine.gate.Drafts.Harmful;

/** Redesigns with what the shipped models do not use: forks, joins, timers and reminders of an owner's own. */
final class OwnersDrafts {
    private static final String RELEASE = "bpmn/release/release-management.bpmn";
    private static final String AUTHORISE = "bpmn/approval/authorise-release.bpmn";
    private static final String REVIEW = "bpmn/review/review-and-close.bpmn";

    private static final String PLAN = "bpmn/planning/plan-release.bpmn";

    private OwnersDrafts() {}

    /** What enters, by what it is. */
    static Map<String, Drafts> harmless() {
        return Map.of(
                "nothing is planned before the soak of the policy is over",
                waiting("Flow_ReleaseSubmitted_DraftPlan", "Task_Wait", "Event_Quiet"),
                "an hour passes beside the decision",
                besideTheGo("Gateway_Join"),
                "a reminder that leaves the task alone",
                shipped()
                        .adding(
                                REVIEW,
                                timerAt("Task_ReviewRelease", "Event_Remind", false),
                                node("endEvent", "Event_Reminded"),
                                flow("Event_Remind", "Event_Reminded")),
                "an error boundary that catches each",
                shipped().with(REVIEW, " errorRef=\"Error_ClosingRefused\"", ""),
                "whichever of two times comes first",
                firstOf("Task_GiveGoNoGo"),
                "closing is tried again the next day",
                shipped()
                        .leading(REVIEW, "Flow_ClosingRefused_ClearClosing", "Event_NextDay")
                        .with(REVIEW, "<bpmn:userTask id=\"Task_ClearClosing\".*?</bpmn:userTask>", "")
                        .with(REVIEW, "<bpmn:sequenceFlow id=\"Flow_ClearClosing_CloseRelease\"[^>]*/>", "")
                        .adding(REVIEW, timer("Event_NextDay", "P1D"), flow("Event_NextDay", "Task_CloseRelease")),
                "what was known before an interruption is asked after it",
                shipped()
                        .leading(RELEASE, "Flow_RolloutStopped_Settle", "Gateway_How")
                        .adding(
                                RELEASE,
                                "<bpmn:exclusiveGateway id=\"Gateway_How\""
                                        + " default=\"Flow_Own_Gateway_How_Call_SettlePausedRollout\" />",
                                flow("Gateway_How", "Call_SettlePausedRollout"),
                                flow("Gateway_How", "Call_SettlePausedRollout", "${rolloutResult == 'DEPLOYED'}")
                                        .replace("Flow_Own_Gateway", "Flow_Own_Deployed_Gateway")));
    }

    static List<Harmful> harmful() {
        return List.of(
                new Harmful(
                        "a wait begins before its time is read",
                        waiting("Flow_ReleaseSubmitted_DraftPlan", "Event_Quiet", "Task_Wait"),
                        "fact-known",
                        "waits by 'soakWait', which nothing gave on the way"),
                new Harmful(
                        "a task is given up after a time that was not read",
                        waiting("Flow_ApproveBaseline_BaselineApproved", "Task_Wait", "Event_Quiet")
                                .adding(
                                        PLAN,
                                        timerAt("Task_ApproveBaseline", "Event_Late", true)
                                                .replace("P1D", "${soakWait}"),
                                        flow("Event_Late", "Task_DraftPlan")),
                        "fact-known",
                        "waits by 'soakWait', which nothing gave on the way"),
                new Harmful(
                        "the go is authorised beside its decision",
                        besideTheGo("Task_AuthoriseRelease"),
                        "in-its-stage",
                        "comes before GO_LIVE is passed"),
                new Harmful(
                        "a join waits for what may not come",
                        besideTheGo("Gateway_Join")
                                .leading(AUTHORISE, "Flow_GiveGoNoGo_GoNoGo", "Gateway_Maybe")
                                .adding(
                                        AUTHORISE,
                                        "<bpmn:exclusiveGateway id=\"Gateway_Maybe\""
                                                + " default=\"Flow_Own_Gateway_Maybe_Event_ToBeReplanned\" />",
                                        flow("Gateway_Maybe", "Gateway_Join", "${goNoGo == 'GO'}"),
                                        flow("Gateway_Maybe", "Event_ToBeReplanned")),
                        "joins-meet",
                        "waits for ever"),
                new Harmful(
                        "the second of two times goes past the decision",
                        firstOf("Task_AuthoriseRelease"),
                        "in-its-stage",
                        "comes before GO_LIVE is passed"),
                new Harmful(
                        "a review that nobody holds ends by itself",
                        shipped()
                                .adding(
                                        REVIEW,
                                        timerAt("Task_ReviewRelease", "Event_TooLate", true),
                                        flow("Event_TooLate", "Event_Closed")),
                        "obligations-met",
                        "while the release is EARLY_LIFE"),
                new Harmful(
                        "an authorisation that takes long begins anew when it is done already",
                        shipped()
                                .with(
                                        RELEASE,
                                        "</bpmn:subProcess>(\\s*<bpmn:boundaryEvent id=\"Event_RfcTakenBack\")",
                                        timerAt("Call_AuthoriseRelease", "Event_Slow", true)
                                                + flow("Event_Slow", "Call_AuthoriseRelease")
                                                + "</bpmn:subProcess>$1"),
                        "in-its-stage",
                        "comes when the release is AUTHORISED"),
                new Harmful(
                        "an error is caught by another name",
                        shipped().with(REVIEW, "errorCode=\"ClosingRefused\"", "errorCode=\"Other\""),
                        "errors-caught",
                        "the error 'ClosingRefused'"),
                new Harmful(
                        "a stop is waited for where none comes",
                        shipped()
                                .with(
                                        RELEASE,
                                        "(id=\"Event_RolloutStopped\" name=\"Stopped\" attachedToRef=\")Sub_Watch",
                                        "$1Sub_Prepare"),
                        "reached",
                        "never comes there"),
                new Harmful(
                        "a step is connected to nothing",
                        shipped()
                                .leading(
                                        "bpmn/rollout/settle-paused-rollout.bpmn",
                                        "Flow_PausedDecision_EndRolloutEarly",
                                        "Task_DecideOnPausedRollout"),
                        "reached",
                        "connected to nothing"),
                new Harmful(
                        "the review ends beside its closing",
                        shipped()
                                .leading(REVIEW, "Flow_ReviewRelease_CloseRelease", "Gateway_Fork")
                                .adding(
                                        REVIEW,
                                        node("parallelGateway", "Gateway_Fork"),
                                        flow("Gateway_Fork", "Task_CloseRelease"),
                                        flow("Gateway_Fork", "Event_Over"),
                                        "<bpmn:endEvent id=\"Event_Over\"><bpmn:terminateEventDefinition"
                                                + " id=\"Event_Over_all\" /></bpmn:endEvent>"),
                        "obligations-met",
                        "while the release is REVIEWED"),
                new Harmful(
                        "acceptance is recorded for each part",
                        shipped()
                                .with(
                                        "bpmn/acceptance/accept-release.bpmn",
                                        "(<bpmn:serviceTask id=\"Task_RecordAcceptance\".*?)</bpmn:serviceTask>",
                                        "$1<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality"
                                                + " xsi:type=\"bpmn:tFormalExpression\">\\${partCount}"
                                                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"
                                                + "</bpmn:serviceTask>"),
                        "in-its-stage",
                        "and is done only when it is IN_TEST"),
                new Harmful(
                        "an audit that was not signed is recorded",
                        shipped()
                                .leading(
                                        "bpmn/audit/audit-sites.bpmn",
                                        "Flow_AuditSigned_RemediateFindings",
                                        "Task_RecordAudit"),
                        "in-its-stage",
                        "the audit before the rollout"),
                new Harmful(
                        "the way back is not rehearsed",
                        shipped()
                                .leading(
                                        "bpmn/acceptance/test-part.bpmn",
                                        "Flow_RunTests_RehearseBackOut",
                                        "Task_JudgeTests"),
                        "gate-on-the-way",
                        "the rehearsal of the back-out"),
                new Harmful(
                        "nobody arranges the waves",
                        shipped()
                                .leading(
                                        "bpmn/rollout/plan-rollout.bpmn",
                                        "Flow_DecideThreshold_ArrangeWaves",
                                        "Task_ScheduleRollout"),
                        "in-its-stage",
                        "comes before the waves is passed"),
                new Harmful(
                        "a part is ready without being made",
                        shipped()
                                .leading(
                                        "bpmn/build/make-part-ready.bpmn", "Flow_PartReady_HowMade", "Event_PartReady"),
                        "in-its-stage",
                        "comes before the check-in is passed"),
                new Harmful(
                        "a task has two ways out",
                        shipped().adding(REVIEW, flow("Task_ScoreObjectives", "Task_ReviewRelease")),
                        "one-way-out",
                        "several ways out"),
                new Harmful(
                        "a gateway takes any number of ways",
                        shipped().with(AUTHORISE, "exclusiveGateway", "inclusiveGateway"),
                        "followed",
                        "cannot be followed"));
    }

    /** Two nodes on a way of the planning: one reads the soak of the policy, the other waits by it. */
    private static Drafts waiting(String way, String first, String second) {
        String then = way.equals("Flow_ReleaseSubmitted_DraftPlan") ? "Task_DraftPlan" : "Gateway_BaselineApproved";
        return shipped()
                .leading(PLAN, way, first)
                .adding(
                        PLAN,
                        "<bpmn:serviceTask id=\"Task_Wait\" camunda:delegateExpression=\"${waitForPolicy}\">"
                                + "<bpmn:extensionElements><camunda:properties>"
                                + "<camunda:property name=\"time\" value=\"soak\" />"
                                + "</camunda:properties></bpmn:extensionElements></bpmn:serviceTask>",
                        timer("Event_Quiet", "${soakWait}"),
                        flow(first, second),
                        flow(second, then));
    }

    private static Drafts besideTheGo(String then) {
        return shipped()
                .leading(AUTHORISE, "Flow_RolloutScheduled_GiveGoNoGo", "Gateway_Fork")
                .leading(AUTHORISE, "Flow_GiveGoNoGo_GoNoGo", "Gateway_Join")
                .adding(
                        AUTHORISE,
                        node("parallelGateway", "Gateway_Fork"),
                        node("parallelGateway", "Gateway_Join"),
                        timer("Event_Hour", "PT1H"),
                        flow("Gateway_Fork", "Task_GiveGoNoGo"),
                        flow("Gateway_Fork", "Event_Hour"),
                        flow("Event_Hour", then),
                        flow("Gateway_Join", "Gateway_GoNoGo"));
    }

    private static Drafts firstOf(String second) {
        return shipped()
                .leading(AUTHORISE, "Flow_RolloutScheduled_GiveGoNoGo", "Gateway_Whichever")
                .adding(
                        AUTHORISE,
                        node("eventBasedGateway", "Gateway_Whichever"),
                        timer("Event_One", "PT1H"),
                        timer("Event_Two", "PT2H"),
                        flow("Gateway_Whichever", "Event_One"),
                        flow("Gateway_Whichever", "Event_Two"),
                        flow("Event_One", "Task_GiveGoNoGo"),
                        flow("Event_Two", second));
    }
}
