package slipway.engine.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped models with a change, as a process owner could draw it. */
final class Drafts {
    private static final String RELEASE = "bpmn/release/release-management.bpmn";

    private final Map<String, String> files = new TreeMap<>(ModelSet.shipped().files());

    static Drafts shipped() {
        return new Drafts();
    }

    /** Every place of the pattern, which is there. */
    Drafts with(String file, String pattern, String replacement) {
        String before = files.getOrDefault(file, "");
        String after = Pattern.compile(pattern, Pattern.DOTALL).matcher(before).replaceAll(replacement);
        if (after.equals(before)) {
            throw new IllegalArgumentException(file + " has nothing like " + pattern);
        }
        files.put(file, after);
        return this;
    }

    /** A way leads elsewhere. */
    Drafts leading(String file, String flow, String to) {
        return with(file, "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")\\w+", "$1" + to);
    }

    /** A node with the ways in and out is gone: who came to it comes to what followed. */
    Drafts without(String file, String node, String next) {
        return with(file, "(<bpmn:sequenceFlow [^>]*targetRef=\")" + node + "\"", "$1" + next + "\"")
                .with(file, "\\s*<bpmn:sequenceFlow [^>]*sourceRef=\"" + node + "\"[^>]*/>", "")
                .with(file, "\\s*<bpmn:(\\w+) id=\"" + node + "\".*?</bpmn:\\1>", "")
                .with(file, "<bpmndi:BPMNShape id=\"" + node + "_di\".*?</bpmndi:BPMNShape>", "");
    }

    /** More elements of the process. */
    Drafts adding(String file, String... elements) {
        return with(file, "</bpmn:process>", Matcher.quoteReplacement(String.join("", elements) + "</bpmn:process>"));
    }

    static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"Flow_Own_" + from + "_" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\" />";
    }

    static String flow(String from, String to, String condition) {
        return flow(from, to)
                .replace(
                        " />",
                        "><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>");
    }

    static String node(String kind, String id) {
        return "<bpmn:" + kind + " id=\"" + id + "\" />";
    }

    static String timer(String id, String after) {
        return "<bpmn:intermediateCatchEvent id=\"" + id + "\">" + due(id, after) + "</bpmn:intermediateCatchEvent>";
    }

    static String timerAt(String activity, String id, boolean interrupting) {
        return "<bpmn:boundaryEvent id=\"" + id + "\" cancelActivity=\"" + interrupting + "\" attachedToRef=\""
                + activity + "\">" + due(id, "P1D") + "</bpmn:boundaryEvent>";
    }

    private static String due(String id, String after) {
        return "<bpmn:timerEventDefinition id=\"" + id + "_due\"><bpmn:timeDuration"
                + " xsi:type=\"bpmn:tFormalExpression\">" + after + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
    }

    ModelSet set() {
        return ModelSet.of(files);
    }

    /** A draft that does harm, the rule that says so, and what the owner reads of it. */
    record Harmful(String what, Drafts draft, String rule, String reason) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** What takes a control out, leads around it, or never comes to an end. */
    static List<Harmful> harmful() {
        return List.of(
                new Harmful(
                        "sites are not audited before the rollout",
                        shipped().leading(RELEASE, "Flow_EverybodyReady_AuditSitesBefore", "Event_ReadyToGoLive"),
                        "in-its-stage",
                        "comes when the release is PREPARED, and is done only when it is PRE_AUDITED"),
                new Harmful(
                        "what was built is not accepted",
                        shipped().leading(RELEASE, "Flow_BuildRelease_AcceptRelease", "Call_PlanRollout"),
                        "in-its-stage",
                        "comes when the release is IN_TEST"),
                new Harmful(
                        "the rollout is not audited after",
                        shipped().leading(RELEASE, "Flow_AuditedAfter_AuditSitesAfter", "Call_ReviewAndClose"),
                        "in-its-stage",
                        "comes when the release is"),
                new Harmful(
                        "the audit comes behind the rollout",
                        shipped()
                                .leading(RELEASE, "Flow_EverybodyReady_AuditSitesBefore", "Event_ReadyToGoLive")
                                .with(RELEASE, "sourceExpression=\"AFTER\"", "sourceExpression=\"BEFORE\""),
                        "in-its-stage",
                        "on the way"),
                new Harmful(
                        "nobody is asked whether the sites are ready",
                        shipped()
                                .without(
                                        "bpmn/communication/prepare-people.bpmn",
                                        "Task_ConfirmReadiness",
                                        "Task_AssessReadiness"),
                        "gate-on-the-way",
                        "no way to it passes the readiness of the sites"),
                new Harmful(
                        "nobody judges the tests",
                        shipped().without("bpmn/acceptance/test-part.bpmn", "Task_JudgeTests", "Event_Judged"),
                        "gate-undecided",
                        "'TEST_VERDICT', which no task decides"),
                new Harmful(
                        "the tests are judged before they ran",
                        shipped()
                                .leading(
                                        "bpmn/acceptance/test-part.bpmn",
                                        "Flow_InstallInTest_RunTests",
                                        "Task_JudgeTests"),
                        "gate-on-the-way",
                        "no way to it passes"),
                new Harmful(
                        "the business is not asked where every part passed",
                        shipped()
                                .leading(
                                        "bpmn/acceptance/accept-release.bpmn",
                                        "Flow_PartsPassed_AcceptForBusiness",
                                        "Task_RecordAcceptance"),
                        "gate-on-the-way",
                        "BUSINESS_ACCEPTANCE"),
                new Harmful(
                        "no plan is drafted",
                        shipped().without("bpmn/planning/plan-release.bpmn", "Task_DraftPlan", "Task_ApproveBaseline"),
                        "gate-on-the-way",
                        "no way to it passes the plan"),
                new Harmful(
                        "a baseline that was not approved is published",
                        shipped()
                                .leading(
                                        "bpmn/planning/plan-release.bpmn",
                                        "Flow_BaselineApproved_DraftPlan",
                                        "Task_PublishBaseline"),
                        "in-its-stage",
                        "comes before PLAN_BASELINE is passed"),
                new Harmful(
                        "a no-go is authorised",
                        shipped()
                                .leading(
                                        "bpmn/approval/authorise-release.bpmn",
                                        "Flow_GoNoGo_ToBeReplanned",
                                        "Task_AuthoriseRelease"),
                        "in-its-stage",
                        "comes before GO_LIVE is passed"),
                new Harmful(
                        "what was not found clean is checked in",
                        shipped()
                                .leading(
                                        "bpmn/build/check-in-unit.bpmn",
                                        "Flow_ScanClean_Quarantined",
                                        "Task_CheckInUnit"),
                        "in-its-stage",
                        "comes before the scan is passed"),
                new Harmful(
                        "a release ends although it was not closed",
                        shipped()
                                .leading(
                                        "bpmn/review/review-and-close.bpmn",
                                        "Flow_ReviewRelease_CloseRelease",
                                        "Event_Closed"),
                        "obligations-met",
                        "may end while the release is REVIEWED"),
                new Harmful(
                        "a way goes by a value that nothing gives",
                        shipped().with(RELEASE, "goNoGo == 'GO'", "goNoGo == 'GOO'"),
                        "value-given",
                        "goNoGo = 'GOO', which nothing gives; given are CANCEL, GO, REPLAN"),
                new Harmful(
                        "what was decided is not taken over",
                        shipped().with(RELEASE, "<camunda:out source=\"accepted\" target=\"accepted\" />", ""),
                        "fact-known",
                        "decides by 'accepted', which nothing gave"),
                new Harmful(
                        "a gateway has no way for what comes",
                        shipped()
                                .with(RELEASE, " default=\"Flow_GoNoGo_PlanRollout\"", "")
                                .with(
                                        RELEASE,
                                        "(<bpmn:sequenceFlow id=\"Flow_GoNoGo_PlanRollout\"[^>]*)/>",
                                        "$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                                                + "\\${goNoGo == 'GO'}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                        "way-for-each",
                        "has no way for goNoGo = REPLAN"),
                new Harmful(
                        "nothing catches the end of a release",
                        shipped()
                                .with(
                                        RELEASE,
                                        "(id=\"Event_ReleaseEnded\" name=\"Release ended\" attachedToRef=\")Sub_Prepare",
                                        "$1Sub_Watch"),
                        "errors-caught",
                        "may end with the error 'ReleaseEnded'"),
                new Harmful(
                        "a refusal goes round without a person",
                        shipped()
                                .leading(
                                        "bpmn/rollout/plan-rollout.bpmn",
                                        "Flow_ScheduleRefused_ArrangeWaves",
                                        "Task_ScheduleRollout"),
                        "circles-wait",
                        "again and again"),
                new Harmful(
                        "waits for a message that nobody tells",
                        shipped().with(RELEASE, "name=\"RevisionRecalled\"", "name=\"RevisionForgotten\""),
                        "message-told",
                        "'RevisionForgotten', which nobody tells"),
                new Harmful(
                        "what changes the world is not saved before",
                        shipped()
                                .with(
                                        "bpmn/build/check-in-unit.bpmn",
                                        " camunda:asyncBefore=\"true\"( camunda:delegateExpression=\"\\$\\{checkInUnit)",
                                        "$1"),
                        "saved-before",
                        "asynchronous continuation"),
                new Harmful(
                        "a process calls itself",
                        shipped()
                                .with(
                                        "bpmn/planning/plan-release.bpmn",
                                        "<bpmn:userTask id=\"Task_DraftPlan\".*?</bpmn:userTask>",
                                        "<bpmn:callActivity id=\"Task_DraftPlan\" calledElement=\"PlanRelease\""
                                                + " camunda:calledElementBinding=\"deployment\" />"),
                        "calls-end",
                        "calls a process that calls it again"),
                new Harmful(
                        "a gate is demanded of majors, and no way passes it",
                        shipped()
                                .with(
                                        "dmn/approval/required-approvals.dmn",
                                        "(id=\"Rule_RequiredApprovals_3_releaseType\">\\s*<text>)(</text>.*?)<text>\"ACCEPTED\"",
                                        "$1\"MAJOR\"$2<text>\"PLANNED\""),
                        "gate-on-the-way",
                        "makes the release PLANNED before BUSINESS_ACCEPTANCE is passed, which required-approvals demands"
                                + " where releaseType is MAJOR"));
    }
}
