package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.Finding;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelSet;
import slipway.event.EventLog;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.policy.PolicyTime;
import slipway.release.ReleaseEvent.WaitBegun;
import slipway.shared.Actor;
import slipway.testing.ProcessTest;

/** A wait of a process owner's own for a time that the release's policy says, drawn without Java. */
@ProcessTest
class OwnWaitTest {
    private static final String MODEL = "bpmn/planning/plan-release.bpmn";

    @Autowired
    private OwnModels models;

    @Autowired
    private Bank bank;

    @Autowired
    private Policies policies;

    @Autowired
    private EventLog log;

    @AfterEach
    void everythingIsAsBefore() {
        bank.endsEverything();
        models.remove();
        ClockUtil.reset();
    }

    @Test
    void nobody_approves_before_the_time_of_the_release_s_own_policy_is_over() throws Exception {
        assertThat(models.enter(drawn("early-life", "earlyLifeWait"))).isInstanceOf(Entry.Entered.class);
        Policy former = policies.inForce();
        int bound = inForce(former, Duration.ofDays(3));
        Story story = bank.release("mara", "Sleep on it")
                .confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Check whole files"));
        String number = story.number().value();

        // Another policy later is not the one that this release is bound to.
        inForce(former, Duration.ofDays(900));
        story.draftsPlan("rita").waitsAt();
        story.stage().pass(number, Duration.ofDays(3).minusMinutes(1));
        story.waitsAt();
        story.stage().pass(number, Duration.ofMinutes(2));
        story.waitsAt("ApproveBaseline");
        inForce(former, former.earlyLife());

        assertThat(log.of(story.number()))
                .extracting(EventLog.Entry::event)
                .contains(new WaitBegun("Sleep on it", PolicyTime.EARLY_LIFE, bound, Duration.ofDays(3)));
        assertThat(log.of(story.number()))
                .extracting(entry -> entry.event().words())
                .contains("Sleep on it: waits for 3 days, the early life of policy " + bound + ".");
    }

    private int inForce(Policy like, Duration earlyLife) {
        return policies.putInForce(
                new Policy(0, like.soak(), earlyLife, like.minimumCoveragePercent(), like.windows(), like.freezes()),
                new Actor("ivan"));
    }

    @Test
    void a_time_that_no_policy_says_is_refused_with_the_rule_and_the_way_out() {
        assertThat(models.enter(drawn("tea-time", "teaTimeWait")))
                .isInstanceOfSatisfying(
                        Entry.Refused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .extracting(Finding::toString)
                                .asString()
                                .startsWith(MODEL + ", serviceTask 'Task_Wait': names the time 'tea-time'")
                                .contains("name one of soak, early-life")
                                .endsWith("[policy-time]"));
    }

    private static Map<String, String> drawn(String time, String variable) {
        Map<String, String> models = new TreeMap<>(ModelSet.shipped().files());
        models.compute(
                MODEL,
                (file, text) -> Objects.requireNonNull(text)
                        .replace(
                                "sourceRef=\"Task_DraftPlan\" targetRef=\"Task_ApproveBaseline\"",
                                "sourceRef=\"Task_DraftPlan\" targetRef=\"Task_Wait\"")
                        .replace("<bpmn:userTask id=\"Task_ApproveBaseline\"", """
                                <bpmn:serviceTask id="Task_Wait" name="Sleep on it"
                                    camunda:delegateExpression="${waitForPolicy}">
                                  <bpmn:extensionElements><camunda:properties>
                                    <camunda:property name="time" value="%s" />
                                  </camunda:properties></bpmn:extensionElements>
                                </bpmn:serviceTask>
                                <bpmn:sequenceFlow id="Flow_Read" sourceRef="Task_Wait" targetRef="Event_Slept" />
                                <bpmn:intermediateCatchEvent id="Event_Slept" name="Slept on it">
                                  <bpmn:timerEventDefinition id="Event_Slept_due">
                                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${%s}</bpmn:timeDuration>
                                  </bpmn:timerEventDefinition>
                                </bpmn:intermediateCatchEvent>
                                <bpmn:sequenceFlow id="Flow_Slept" sourceRef="Event_Slept" targetRef="Task_ApproveBaseline" />
                                <bpmn:userTask id="Task_ApproveBaseline\"""".formatted(time, variable)));
        return models;
    }
}
