package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.testing.TinyModels;

class DrawnStepsTest {
    private static final String STEP = """
            <bpmn:userTask id="One"/>
            <bpmn:userTask id="Two"/>
            <bpmn:serviceTask id="Wait"/>
            <bpmn:serviceTask id="Step" name="Remind" camunda:delegateExpression="${remindPeople}">
              <bpmn:extensionElements><camunda:properties><camunda:property name="to" value="cab"/></camunda:properties>
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            """;

    @Test
    void a_step_is_read_with_its_bean_and_what_it_says() {
        assertThat(step(""))
                .isEqualTo(new DrawnTask("a.bpmn", "Step", "Remind", "remindPeople", Map.of("to", "cab"), false));
    }

    @Test
    void it_is_about_a_task_where_timers_at_that_one_alone_lead_to_it_and_leave_it_open() {
        assertThat(step(timer("A", "One", false)).overdue()).isTrue();
        assertThat(step(timer("A", "One", false) + timer("B", "One", false)).overdue())
                .isTrue();
        assertThat(step(timer("A", "One", false) + timer("B", "Two", false)).overdue())
                .as("it would remind of the first")
                .isFalse();
        assertThat(step(timer("A", "One", false)
                                + "<bpmn:association id=\"Note\" sourceRef=\"Two\" targetRef=\"Step\"/>"
                                + "<bpmn:sequenceFlow id=\"Aside\" sourceRef=\"Wait\" targetRef=\"Two\"/>")
                        .overdue())
                .as("neither of them leads to it")
                .isTrue();
        assertThat(step(timer("A", "One", true)).overdue()).isFalse();
        assertThat(step(timer("A", "Wait", false)).overdue()).isFalse();
        assertThat(step(timer("A", "One", false) + flow("One")).overdue()).isFalse();
        assertThat(step(timer("A", "One", false).replace("timerEvent", "messageEvent"))
                        .overdue())
                .isFalse();
    }

    @Test
    void work_by_its_topic_is_a_step_too_and_each_knows_by_which_variables_timers_wait() {
        String wait = """
                <bpmn:intermediateCatchEvent id="Quiet"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration>${ soakWait }</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:intermediateCatchEvent id="Day"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:serviceTask id="Work" camunda:type="external" camunda:topic="run-tests"/>
                <bpmn:sequenceFlow id="Decided" sourceRef="Quiet" targetRef="Work">
                  <bpmn:conditionExpression>${ soaked }</bpmn:conditionExpression></bpmn:sequenceFlow>
                """;
        assertThat(DrawnSteps.of(
                        "a.bpmn",
                        Xml.readable(TinyModels.process("Tiny", STEP + wait)).toList()))
                .extracting(DrawnTask::bean, DrawnTask::timers)
                .containsExactly(tuple("remindPeople", Set.of("soakWait")), tuple("run-tests", Set.of("soakWait")));
    }

    @Test
    void what_has_no_id_is_no_step_that_anything_could_be_said_of() {
        assertThat(DrawnSteps.of(
                        "a.bpmn",
                        Xml.readable(TinyModels.process(
                                        "Tiny", "<bpmn:serviceTask camunda:delegateExpression=\"${remindPeople}\"/>"))
                                .toList()))
                .isEmpty();
    }

    private static DrawnTask step(String more) {
        return DrawnSteps.of(
                        "a.bpmn",
                        Xml.readable(TinyModels.process("Tiny", STEP + more)).toList())
                .getFirst();
    }

    private static String timer(String id, String task, boolean interrupting) {
        return """
                <bpmn:boundaryEvent id="%s" attachedToRef="%s" cancelActivity="%s"><bpmn:timerEventDefinition/>
                </bpmn:boundaryEvent>
                """.formatted(id, task, interrupting) + flow(id);
    }

    private static String flow(String from) {
        return "<bpmn:sequenceFlow id=\"F_%1$s\" sourceRef=\"%1$s\" targetRef=\"Step\"/>".formatted(from);
    }
}
