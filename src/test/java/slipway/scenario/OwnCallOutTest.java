package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import slipway.callout.CallOutEvent;
import slipway.callout.CallOutEvent.OthersAnswered;
import slipway.callout.CallOutEvent.OthersUnclear;
import slipway.engine.Finding;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelSet;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.testing.ProcessTest;
import slipway.testing.RiskDesk;

/** A call of a process owner's own to a program whom the operator allows, drawn without Java. */
@ProcessTest
class OwnCallOutTest {
    private static final String MODEL = "bpmn/planning/plan-release.bpmn";

    @Autowired
    private OwnModels models;

    @Autowired
    private Bank bank;

    @Autowired
    private EventLog log;

    private final RiskDesk desk = RiskDesk.get();

    @AfterEach
    void everythingIsAsBefore() {
        desk.answers(RiskDesk.saying(200, "{}"));
        bank.endsEverything();
        models.remove();
        ClockUtil.reset();
    }

    @Test
    void the_answer_routes_and_who_answers_can_tell_who_asks() throws Exception {
        enter();
        desk.answers(RiskDesk.saying(200, "{\"answer\": \"GO\"}"));
        Story story = submitted("The desk agrees").waitsAt("DraftPlan");

        assertThat(events(story)).containsExactly(new OthersAnswered("Ask the desk", "risk-desk", "GO"));
        assertThat(desk.heard()).singleElement().satisfies(heard -> {
            JsonNode facts = new ObjectMapper().readTree(heard.body());
            assertThat(facts.path("release").asText()).isEqualTo(story.number().value());
            assertThat(facts.path("title").asText()).isEqualTo("The desk agrees");
            assertThat(facts.path("state").asText()).isEqualTo("SUBMITTED");
            assertThat(facts.path("question").asText()).isEqualTo("Ask the desk");
            assertThat(facts.path("answers")).hasToString("[\"GO\",\"STOP\"]");
            assertThat(facts.path("parts").path(0).path("unit").asText()).isEqualTo("iban-check");
            assertThat(facts.path("key").asText()).isEqualTo(heard.headers().get("idempotency-key"));
            assertThat(heard.headers().get("slipway-signature"))
                    .isEqualTo("sha256=" + signed(heard.headers().get("slipway-timestamp") + "." + heard.body()));
        });
    }

    @Test
    void another_answer_goes_another_way() throws Exception {
        enter();
        desk.answers(RiskDesk.saying(200, "{\"answer\": \"STOP\"}"));
        submitted("The desk objects").waitsAt("WeighRisk");
    }

    @Test
    void anything_else_is_an_error_that_the_model_handles() throws Exception {
        enter();
        desk.answers(RiskDesk.saying(200, "{\"answer\": \"PERHAPS\"}"));
        Story story = submitted("The desk mumbles").waitsAt("SettleDoubt");

        assertThat(events(story))
                .containsExactly(new OthersUnclear(
                        "Ask the desk", "risk-desk", "it answered 'PERHAPS', and the model knows only GO, STOP"));
        assertThat(story.stage().incidents(story.number().value())).isEmpty();
    }

    @Test
    void who_is_broken_is_asked_again_with_the_same_key_until_an_incident_says_so_in_words() throws Exception {
        enter();
        desk.answers(RiskDesk.saying(503, ""));
        Story story = submitted("The desk is closed").waitsAt();
        String number = story.number().value();
        for (Duration pause : List.of(
                Duration.ofSeconds(11), Duration.ofSeconds(61), Duration.ofMinutes(11), Duration.ofMinutes(61))) {
            assertThat(story.stage().incidents(number)).isEmpty();
            story.stage().pass(number, pause);
        }

        assertThat(desk.heard())
                .hasSize(5)
                .extracting(heard -> heard.headers().get("idempotency-key"))
                .as("keys")
                .containsOnly(desk.heard().getFirst().headers().get("idempotency-key"));
        assertThat(story.stage().incidents(number))
                .contains("Ask the desk: risk-desk answers with the status 503 for now");
        assertThat(events(story)).isEmpty();
        story.waitsAt();
    }

    @Test
    void whom_the_operator_does_not_allow_and_an_error_that_nothing_catches_are_refused() throws Exception {
        assertThat(rules(drawn().replace("value=\"risk-desk\"", "value=\"https://evil.example\"")))
                .containsExactly("call-out-allowed");
        assertThat(rules(drawn().replace("value=\"GO,STOP\"", "value=\"\""))).containsExactly("call-out-answers");
        assertThat(rules(drawn().replaceAll("(?s)<bpmn:boundaryEvent id=\"Event_Unclear\".*?</bpmn:boundaryEvent>", "")
                        .replaceAll("<bpmn:sequenceFlow id=\"Flow_Unclear\"[^>]*/>", "")))
                .containsExactly("errors-caught");
        assertThat(rules(drawn().replace("riskDeskReply == 'GO'", "riskDeskReply == 'YES'")))
                .contains("value-given");
    }

    private List<String> rules(String model) throws IOException {
        return models.enter(with(model)) instanceof Entry.Refused refused
                ? refused.findings().stream().map(Finding::rule).toList()
                : List.of();
    }

    private void enter() throws IOException {
        assertThat(models.enter(with(drawn()))).isInstanceOf(Entry.Entered.class);
    }

    private static Map<String, String> with(String model) throws IOException {
        Map<String, String> all = new TreeMap<>(ModelSet.shipped().files());
        all.put(MODEL, model);
        all.put(
                "forms/approval/weigh-risk.form",
                new ClassPathResource("slipway/scenario/weigh-risk.form").getContentAsString(StandardCharsets.UTF_8));
        return all;
    }

    private Story submitted(String title) throws Exception {
        return bank.release("mara", title)
                .confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Check whole files"));
    }

    private List<Event> events(Story story) {
        return log.of(story.number()).stream()
                .map(EventLog.Entry::event)
                .filter(CallOutEvent.class::isInstance)
                .toList();
    }

    private static String signed(String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(RiskDesk.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Before the plan; to what is not GO, people say something. */
    private static String drawn() {
        return Objects.requireNonNull(ModelSet.shipped().files().get(MODEL))
                .replace(
                        "sourceRef=\"Event_ReleaseSubmitted\" targetRef=\"Task_DraftPlan\"",
                        "sourceRef=\"Event_ReleaseSubmitted\" targetRef=\"Task_Ask\"")
                .replace(
                        "<bpmndi:BPMNDiagram",
                        "<bpmn:error id=\"Error_Unclear\" errorCode=\"CallOutFailed\" /><bpmndi:BPMNDiagram")
                .replace("<bpmn:userTask id=\"Task_DraftPlan\"", """
                        <bpmn:serviceTask id="Task_Ask" name="Ask the desk" camunda:type="external"
                            camunda:topic="call-out">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="calls" value="risk-desk" />
                            <camunda:property name="answers" value="GO,STOP" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:serviceTask>
                        <bpmn:boundaryEvent id="Event_Unclear" attachedToRef="Task_Ask">
                          <bpmn:errorEventDefinition id="Event_Unclear_error" errorRef="Error_Unclear" />
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="Flow_Unclear" sourceRef="Event_Unclear" targetRef="Task_SettleDoubt" />
                        <bpmn:sequenceFlow id="Flow_Asked" sourceRef="Task_Ask" targetRef="Gateway_Agreed" />
                        <bpmn:exclusiveGateway id="Gateway_Agreed" name="Agreed?" default="Flow_Objected" />
                        <bpmn:sequenceFlow id="Flow_Agreed" sourceRef="Gateway_Agreed" targetRef="Task_DraftPlan">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${riskDeskReply == 'GO'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow id="Flow_Objected" sourceRef="Gateway_Agreed" targetRef="Task_WeighRisk" />
                        %s%s
                        <bpmn:userTask id="Task_DraftPlan\"""".formatted(
                                asking("WeighRisk"), asking("SettleDoubt")));
    }

    private static String asking(String task) {
        return """
                <bpmn:userTask id="Task_%1$s" name="%1$s" camunda:formRef="weigh-risk"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="it-manager">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="records" value="askPeople" />
                    <camunda:property name="dueIn" value="P1D" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="Flow_%1$s" sourceRef="Task_%1$s" targetRef="Task_DraftPlan" />
                """.formatted(task);
    }
}
