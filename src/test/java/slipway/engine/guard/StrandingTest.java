package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.SystemScope;
import slipway.engine.people.Organisation;
import slipway.identity.Person;
import slipway.shared.Actor;
import slipway.testing.TinyModels;

class StrandingTest extends AtTheGuard {
    @Autowired
    private Organisation organisation;

    @BeforeEach
    void everyOtherGateCanBePassed() {
        hire("gowner", "service-owner");
        hire("gauditor", "auditor");
        SystemScope.run(() -> {
            group("lone-testers");
            group("lone-acceptors");
        });
        hire("glone", "lone-testers", "lone-acceptors");
        hire("gspare", "lone-testers");
        String body = task("Test", "TESTER", "lone-testers") + task("Accept", "ACCEPTOR", "lone-acceptors") + """
                <bpmn:startEvent id="Start"/>
                <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Test"/>
                <bpmn:sequenceFlow id="F2" sourceRef="Test" targetRef="Accept"/>
                """;
        TinyModels.deploy(engine.getRepositoryService(), Map.of("lone.bpmn", TinyModels.process("Lone", body)));
    }

    private void hire(String person, String... groups) {
        organisation.hire(new Person(new Actor(person), person, "", Set.of(groups)), GuardedModel.PASSWORD);
    }

    private void group(String id) {
        if (engine.getIdentityService().createGroupQuery().groupId(id).count() == 0) {
            engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(id));
        }
    }

    private static String task(String id, String duty, String group) {
        return """
                <bpmn:userTask id="%s" camunda:candidateGroups="%s"><bpmn:extensionElements><camunda:properties>
                  <camunda:property name="records" value="guardedDecide"/>
                  <camunda:property name="duty" value="%s"/>
                </camunda:properties></bpmn:extensionElements></bpmn:userTask>
                """.formatted(id, group, duty);
    }

    @Test
    void a_claim_that_would_leave_a_later_gate_to_nobody_is_refused() {
        String task = SystemScope.call(() -> {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("Lone", model.nextNumber().value())
                    .getId();
            return engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();
        });
        as("glone");
        var refused = refusal(() -> engine.getTaskService().claim(task, "glone"));
        assertThat(refused.rule()).isEqualTo("strands-later-gate");
        assertThat(refused.reason()).contains("lone-acceptors");
        as("gspare");
        engine.getTaskService().claim(task, "gspare");
    }
}
