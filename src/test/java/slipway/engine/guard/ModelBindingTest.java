package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.engine.SystemScope;
import slipway.identity.Duty;
import slipway.testing.PastTheGate;
import slipway.testing.TinyModels;

class ModelBindingTest extends AtTheGuard {

    private static String model(String properties) {
        return TinyModels.oneTask("Bound", """
                <bpmn:userTask id="Task" camunda:candidateGroups="change-manager">
                  <bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                """.formatted(properties));
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"%s\" value=\"%s\"/>".formatted(name, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duty    | AUTHORISER    | lacks the extension property 'records'
            records | nothingSuch   | names the bean 'nothingSuch', which is no user task of Slipway
            records | dataSource    | names the bean 'dataSource', which is no user task of Slipway
            """)
    void a_model_that_binds_a_task_to_nothing_is_not_deployed(String name, String value, String sentence) {
        assertThatThrownBy(() -> PastTheGate.deploy(
                        engine.getRepositoryService(), Map.of("bound.bpmn", model(property(name, value)))))
                .hasStackTraceContaining("user task 'Task' of 'Bound' " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duty  | APPROVER | names the duty 'APPROVER'; use one of
            dueIn | soon     | is due in 'soon', which is no period such as P2D
            """)
    void a_duty_or_period_that_does_not_exist_is_not_deployed(String name, String value, String sentence) {
        String properties = property("records", "guardedDecide") + property(name, value);
        assertThatThrownBy(() ->
                        PastTheGate.deploy(engine.getRepositoryService(), Map.of("bound.bpmn", model(properties))))
                .hasStackTraceContaining("user task 'Task' of 'Bound' " + sentence);
    }

    @Test
    void a_model_adds_duties_and_drops_none() {
        assertThat(duties(property("records", "signAudit"))).containsExactly(Duty.AUDITOR);
        assertThat(duties(property("records", "signAudit") + property("duty", "TESTER, ACCEPTOR")))
                .containsExactlyInAnyOrder(Duty.AUDITOR, Duty.TESTER, Duty.ACCEPTOR);
    }

    private Set<Duty> duties(String properties) {
        PastTheGate.deploy(engine.getRepositoryService(), Map.of("bound.bpmn", model(properties)));
        String definition = SystemScope.call(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("Bound")
                .latestVersion()
                .singleResult()
                .getId());
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return SystemScope.call(() -> Bindings.dutiesOf(configuration
                .getCommandExecutorTxRequired()
                .execute(context -> configuration
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition)
                        .findActivity("Task"))));
    }

    @Test
    void a_task_is_due_as_the_model_says() {
        String properties = property("records", "guardedDecide") + property("dueIn", "P2D");
        PastTheGate.deploy(engine.getRepositoryService(), Map.of("bound.bpmn", model(properties)));
        var task = SystemScope.call(() -> {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("Bound", model.nextNumber().value())
                    .getId();
            return engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
        });
        assertThat(task.getDueDate().toInstant())
                .isBetween(
                        ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(47)),
                        ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(49)));
    }
}
