package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import slipway.approval.AnswerEvent.QuestionAnswered;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.engine.Finding;
import slipway.engine.SystemScope;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelSet;
import slipway.event.EventLog;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.testing.ProcessTest;

/** A process owner's own gate, drawn with the block <em>Decide a gate</em> and demanded by the table, without Java. */
@ProcessTest
class OwnGateTest {
    private static final String MODEL = "bpmn/approval/authorise-release.bpmn";
    private static final String TABLE = "dmn/approval/required-approvals.dmn";
    private static final String EXPECTED = "dmn/approval/required-approvals.csv";
    private static final String FORM = "forms/approval/security-approves.form";

    @Autowired
    private OwnModels models;

    @Autowired
    private Bank bank;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Releases releases;

    @Autowired
    private IdentityService identities;

    @Autowired
    private EventLog log;

    @BeforeEach
    void remember() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void everythingIsAsBefore() {
        bank.endsEverything();
        SystemScope.run(() -> identities.deleteMembership("mara", "security-officer"));
        models.remove();
        ClockUtil.reset();
    }

    @Test
    void security_and_continuity_decide_before_the_go_and_the_release_does_not_pass_them_by() throws IOException {
        assertThat(models.enter(withSecurity(shipped()))).isInstanceOf(Entry.Entered.class);
        // Who asked for the release is one of those who decide, and may not.
        SystemScope.run(() -> identities.createMembership("mara", "security-officer"));
        Story story = bank.release("mara", "Security approves")
                .confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Check whole files"))
                .goesToItsAcceptance()
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .waitsAt("SecurityApproves");

        // Whatever the diagram says, the state is not reached without the gate.
        assertThat(releases.move(story.number(), ReleaseState.AUTHORISED))
                .isInstanceOfSatisfying(Result.Refused.class, no -> {
                    assertThat(no.refusal().rule()).isEqualTo("gate-open");
                    assertThat(no.refusal().reason()).contains("security approval", "continuity-manager");
                });

        story.attempt("mara", "SecurityApproves", Map.of("decision", "GRANT", "ticket", "SEC-1"))
                .hasMessageContaining("separation-of-duties");
        story.attempt("rita", "SecurityApproves", Map.of("decision", "GRANT", "ticket", "SEC-1"))
                .hasMessageContaining("not-a-candidate");
        decides(story, "sofia", Map.of("decision", "GRANT", "ticket", "SEC-7")).waitsAt("SecurityApproves");
        decides(story, "cora", Map.of("decision", "DENY", "ticket", "BC-1", "reason", "No drill yet"))
                .waitsAt("ArrangeWaves")
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .waitsAt("SecurityApproves");
        answers(
                        decides(story, "cora", Map.of("decision", "GRANT", "ticket", "BC-2")),
                        Map.of("risk", "HIGH", "why", "Month end"))
                .waitsAt("ArrangeWaves")
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .waitsAt("SecurityApproves");
        answers(
                        decides(story, "cora", Map.of("decision", "GRANT", "ticket", "BC-3")),
                        Map.of("risk", "LOW", "why", "Month end is over"))
                .givesGo("carl")
                .is(ReleaseState.AUTHORISED);

        assertThat(approvals.of(story.number()))
                .filteredOn(approval -> approval.gate().equals(new Gate("SECURITY_APPROVAL")))
                .extracting(
                        approval -> approval.actor().id(),
                        approval -> approval.group().orElse(""),
                        approval -> approval.said().get("ticket"))
                .containsExactly(
                        tuple("sofia", "security-officer", "SEC-7"),
                        tuple("cora", "continuity-manager", "BC-1"),
                        tuple("cora", "continuity-manager", "BC-2"),
                        tuple("cora", "continuity-manager", "BC-3"));
        assertThat(log.of(story.number()))
                .filteredOn(entry -> entry.event() instanceof QuestionAnswered)
                .extracting(EventLog.Entry::actor, EventLog.Entry::event)
                .containsExactly(
                        tuple(
                                Optional.of(new Actor("ivan")),
                                new QuestionAnswered("Weigh risk", Map.of("risk", "HIGH", "why", "Month end"))),
                        tuple(
                                Optional.of(new Actor("ivan")),
                                new QuestionAnswered("Weigh risk", Map.of("risk", "LOW", "why", "Month end is over"))));
        assertThat(variable(story, "lateAnswer"))
                .as("what a box that nobody sends routes as")
                .isEqualTo("false");
    }

    @Test
    void a_table_that_demands_what_no_diagram_decides_is_refused_with_the_rule_and_the_way_out() throws IOException {
        Map<String, String> draft = new TreeMap<>(withSecurity(shipped()));
        draft.put(MODEL, shipped().get(MODEL));
        assertThat(models.enter(draft))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.findings())
                                .hasSize(2)
                                .allSatisfy(finding -> assertThat(finding.toString())
                                        .startsWith(TABLE)
                                        .contains("SECURITY_APPROVAL", "no task decides", "add a task")));
    }

    @Test
    void a_question_that_routes_by_what_may_hold_anything_is_refused() throws IOException {
        Map<String, String> draft = new TreeMap<>(withSecurity(shipped()));
        draft.compute(
                MODEL,
                (file, model) -> Objects.requireNonNull(model)
                        .replace("name=\"routes\" value=\"risk,late\"", "name=\"routes\" value=\"why\""));
        assertThat(models.enter(draft))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::rule)
                                .containsExactly("question-routes"));
    }

    private static @Nullable Object variable(Story story, String name) {
        return SystemScope.call(
                () -> story
                        .stage()
                        .engine()
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName(name)
                        .list()
                        .stream()
                        .map(HistoricVariableInstance::getValue)
                        .reduce((one, next) -> next)
                        .orElse(null));
    }

    private static Story decides(Story story, String person, Map<String, Object> entries) {
        return completes(story, person, "SecurityApproves", entries);
    }

    private static Story answers(Story story, Map<String, Object> entries) {
        return completes(story, "ivan", "WeighRisk", entries);
    }

    /** Their forms lie in no folder of the project. */
    private static Story completes(Story story, String person, String task, Map<String, Object> entries) {
        String number = story.number().value();
        story.stage().complete(number, person, task, entries);
        story.stage().settle(number);
        return story;
    }

    private static Map<String, String> shipped() {
        return ModelSet.shipped().files();
    }

    private static Map<String, String> withSecurity(Map<String, String> shipped) throws IOException {
        Map<String, String> models = new TreeMap<>(shipped);
        models.put(MODEL, model(text(models, MODEL)));
        models.put(
                TABLE,
                text(models, TABLE)
                        .replace(
                                "</decisionTable>",
                                demands("security-officer") + demands("continuity-manager") + "</decisionTable>"));
        models.put(EXPECTED, text(models, EXPECTED) + expected("security-officer") + expected("continuity-manager"));
        models.put(
                "forms/approval/weigh-risk.form",
                new ClassPathResource("slipway/scenario/weigh-risk.form").getContentAsString(StandardCharsets.UTF_8));
        models.put(
                FORM,
                new ClassPathResource("slipway/scenario/security-approves.form")
                        .getContentAsString(StandardCharsets.UTF_8));
        return models;
    }

    private static String expected(String group) {
        return Stream.of("MINOR", "MAJOR", "EMERGENCY", "NOVEL")
                .map(type -> type + ",SECURITY_APPROVAL," + group + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Map<String, String> models, String file) {
        return Objects.requireNonNull(models.get(file), file);
    }

    private static String demands(String group) {
        return """
                <rule id="Rule_Own_%1$s"><description>Nothing goes live unseen.</description>
                  <inputEntry id="Rule_Own_%1$s_type"><text></text></inputEntry>
                  <outputEntry id="Rule_Own_%1$s_gate"><text>"SECURITY_APPROVAL"</text></outputEntry>
                  <outputEntry id="Rule_Own_%1$s_group"><text>"%1$s"</text></outputEntry>
                  <outputEntry id="Rule_Own_%1$s_before"><text>"AUTHORISED"</text></outputEntry>
                </rule>
                """.formatted(group);
    }

    /** The task before the go, and back to it until every group has decided. */
    private static String model(String shipped) {
        return shipped.replace(
                        "sourceRef=\"Event_RolloutScheduled\" targetRef=\"Task_GiveGoNoGo\"",
                        "sourceRef=\"Event_RolloutScheduled\" targetRef=\"Task_SecurityApproves\"")
                .replace("<bpmn:userTask id=\"Task_GiveGoNoGo\"", """
                        <bpmn:userTask id="Task_SecurityApproves" name="Security approves"
                            camunda:formRef="security-approves" camunda:formRefBinding="deployment"
                            camunda:candidateGroups="security-officer,continuity-manager">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="records" value="decideGate" />
                            <camunda:property name="gate" value="SECURITY_APPROVAL" />
                            <camunda:property name="dueIn" value="P1D" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:exclusiveGateway id="Gateway_Secure" name="Secure?" default="Flow_Denied" />
                        <bpmn:sequenceFlow id="Flow_Decided" sourceRef="Task_SecurityApproves"
                            targetRef="Gateway_Secure" />
                        <bpmn:userTask id="Task_WeighRisk" name="Weigh risk" camunda:formRef="weigh-risk"
                            camunda:formRefBinding="deployment" camunda:candidateGroups="it-manager">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="records" value="askPeople" />
                            <camunda:property name="routes" value="risk,late" />
                            <camunda:property name="dueIn" value="P1D" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:exclusiveGateway id="Gateway_Risky" name="Risky?" default="Flow_Risky" />
                        <bpmn:sequenceFlow id="Flow_Weighed" sourceRef="Task_WeighRisk" targetRef="Gateway_Risky" />
                        <bpmn:sequenceFlow id="Flow_Calm" sourceRef="Gateway_Risky" targetRef="Task_GiveGoNoGo">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${riskAnswer == 'LOW'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="Flow_Risky" sourceRef="Gateway_Risky" targetRef="Event_ToBeReplanned" />
                        <bpmn:sequenceFlow id="Flow_Granted" sourceRef="Gateway_Secure" targetRef="Task_WeighRisk">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${securityApprovalGate == 'GRANTED'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="Flow_Open" sourceRef="Gateway_Secure"
                            targetRef="Task_SecurityApproves">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${securityApprovalGate == 'OPEN'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="Flow_Denied" sourceRef="Gateway_Secure"
                            targetRef="Event_ToBeReplanned" />
                        <bpmn:userTask id="Task_GiveGoNoGo\"""");
    }
}
