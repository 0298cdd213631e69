package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.engine.Finding;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelSet;
import slipway.event.EventLog;
import slipway.identity.People;
import slipway.shared.RfcNumber;
import slipway.testing.ProcessTest;

/** Reminders, an escalation and a notice of a process owner's own, drawn beside a task without Java. */
@ProcessTest
class OwnRemindersTest {
    private static final String MODEL = "bpmn/release/qualify-release.bpmn";

    @Autowired
    private OwnModels models;

    @Autowired
    private Bank bank;

    @Autowired
    private EventLog log;

    @Autowired
    private People people;

    @Autowired
    private Changes changes;

    @AfterEach
    void everythingIsAsBefore() {
        bank.endsEverything();
        models.remove();
        ClockUtil.reset();
    }

    @Test
    void who_is_waited_for_is_reminded_after_a_day_and_others_are_told_after_two() {
        assertThat(models.enter(drawn("it-manager"))).isInstanceOf(Entry.Entered.class);
        Story story = bank.release("mara", "Nobody confirms it").waitsAt("ConfirmScope");
        String number = story.number().value();

        story.stage().pass(number, Duration.ofHours(23));
        assertThat(bank.mailsOf(story.number())).isEmpty();
        story.stage().pass(number, Duration.ofHours(2));
        assertThat(bank.mailsOf(story.number())).containsOnlyKeys(members("release-manager"));
        story.stage().pass(number, Duration.ofHours(24));

        Map<String, List<String>> mails = bank.mailsOf(story.number());
        Set<String> told = new TreeSet<>(members("release-manager"));
        told.addAll(members("it-manager"));
        assertThat(mails).containsOnlyKeys(told);
        assertThat(mails.get("rita")).singleElement().asString().contains("Still waits for you: " + number);
        assertThat(mails.get("ivan"))
                .singleElement()
                .asString()
                .contains("Still waits: " + number, "Confirm scope still waits for ", "; told it-manager.");
        assertThat(mails.get("mara"))
                .hasSize(2)
                .last()
                .asString()
                .contains("Nobody has looked at it yet: " + number, "It was told to the IT manager.");
        assertThat(log.of(story.number()))
                .extracting(entry -> entry.event().words())
                .contains("Tell who asked: Nobody has looked at it yet.")
                .anyMatch(words -> words.startsWith("Reminded of Confirm scope: ") && words.contains("rita"))
                .anyMatch(words ->
                        words.startsWith("Confirm scope still waits for ") && words.endsWith("; told it-manager."));
        story.waitsAt("ConfirmScope");
    }

    @Test
    void whoever_holds_the_task_alone_is_reminded_and_nobody_once_it_is_done() {
        models.enter(drawn("it-manager"));
        Story held = bank.release("mara", "Somebody holds it");
        claims(held);
        Story done = bank.release("mara", "It was taken back");
        done.does("rita", "ConfirmScope", Map.of("decision", "WITHDRAW", "reason", "Not needed"));

        held.stage().pass(held.number().value(), Duration.ofHours(25));
        done.stage().pass(done.number().value(), Duration.ofHours(25));

        assertThat(bank.mailsOf(held.number())).containsOnlyKeys("rita");
        assertThat(bank.mailsOf(done.number())).isEmpty();
    }

    @Test
    void a_notice_in_a_process_of_no_release_tells_nobody_and_holds_up_no_interruption() {
        String file = "bpmn/interruption/withdraw-rfc.bpmn";
        Map<String, String> drawn = new TreeMap<>(ModelSet.shipped().files());
        drawn.compute(
                file,
                (name, text) -> Objects.requireNonNull(text)
                        .replace(
                                "sourceRef=\"Event_Raised\" targetRef=\"Task_InterruptRelease\"",
                                "sourceRef=\"Event_Raised\" targetRef=\"Task_Tell\"")
                        .replace("<bpmn:endEvent id=\"Event_Done\"", """
                                <bpmn:serviceTask id="Task_Tell" name="Tell" camunda:delegateExpression="${tellPeople}">
                                  %s
                                </bpmn:serviceTask>
                                <bpmn:sequenceFlow id="Flow_Told" sourceRef="Task_Tell"
                                    targetRef="Task_InterruptRelease" />
                                <bpmn:endEvent id="Event_Done\"""".formatted(properties(
                                "audience", "it-manager", "subject", "Withdrawn", "text", "It is gone."))));
        assertThat(models.enter(drawn)).isInstanceOf(Entry.Entered.class);
        String rfc = bank.approvedRfc("Nobody needs it");
        Story story = bank.release("mara", "Has another one");

        story.raises("carl", "WithdrawRfc", Map.of("rfc", rfc, "status", "WITHDRAWN", "reason", "Not needed"));

        assertThat(changes.find(new RfcNumber(rfc))).map(Rfc::status).contains(Rfc.Status.WITHDRAWN);
        assertThat(bank.mailsOf(story.number())).isEmpty();
    }

    @Test
    void an_escalation_to_whom_nobody_knows_is_refused_with_the_rule_and_the_way_out() {
        assertThat(models.enter(drawn("the-board")))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .extracting(Finding::toString)
                                .asString()
                                .startsWith(MODEL + ", serviceTask 'Task_Escalate': tells the-board")
                                .endsWith("[tells-somebody]"));
    }

    /** Who can be written to; other tests leave people behind. */
    private Set<String> members(String group) {
        return people.membersOf(group).stream()
                .filter(person -> !person.email().isBlank())
                .map(person -> person.actor().id())
                .collect(Collectors.toSet());
    }

    private static void claims(Story story) {
        Stage stage = story.stage();
        String task = stage.task(story.number().value(), "ConfirmScope").getId();
        stage.as("rita", () -> {
            stage.engine().getTaskService().claim(task, "rita");
            return true;
        });
    }

    private static Map<String, String> drawn(String boss) {
        Map<String, String> models = new TreeMap<>(ModelSet.shipped().files());
        String text = Objects.requireNonNull(models.get(MODEL), MODEL);
        models.put(MODEL, text.replace("<bpmn:exclusiveGateway id=\"Gateway_Submitted\"", """
                %s
                <bpmn:serviceTask id="Task_Remind" name="Remind" camunda:delegateExpression="${remindPeople}" />
                <bpmn:sequenceFlow id="Flow_Reminded" sourceRef="Task_Remind" targetRef="Event_Reminded" />
                <bpmn:endEvent id="Event_Reminded" name="Reminded" />
                %s
                <bpmn:serviceTask id="Task_Escalate" name="Escalate" camunda:delegateExpression="${escalateTask}">
                  %s
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="Flow_Escalated" sourceRef="Task_Escalate" targetRef="Task_Tell" />
                <bpmn:serviceTask id="Task_Tell" name="Tell who asked" camunda:delegateExpression="${tellPeople}">
                  %s
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="Flow_Told" sourceRef="Task_Tell" targetRef="Event_Told" />
                <bpmn:endEvent id="Event_Told" name="Told" />
                <bpmn:exclusiveGateway id="Gateway_Submitted\"""".formatted(
                        timer("Event_ADay", "P1D", "Task_Remind"),
                        timer("Event_TwoDays", "P2D", "Task_Escalate"),
                        properties("to", boss),
                        properties(
                                "audience", "requester",
                                "subject", "Nobody has looked at it yet",
                                "text", "It was told to the IT manager."))));
        return models;
    }

    private static String timer(String id, String after, String leadsTo) {
        return """
                <bpmn:boundaryEvent id="%1$s" name="%2$s" cancelActivity="false" attachedToRef="Task_ConfirmScope">
                  <bpmn:timerEventDefinition id="%1$s_due">
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%2$s</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Flow_%1$s" sourceRef="%1$s" targetRef="%3$s" />
                """.formatted(id, after, leadsTo);
    }

    private static String properties(String... said) {
        StringBuilder all = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        for (int i = 0; i < said.length; i += 2) {
            all.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(said[i], said[i + 1]));
        }
        return all.append("</camunda:properties></bpmn:extensionElements>").toString();
    }
}
