package slipway.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.engine.SystemScope;
import slipway.testing.PastTheGate;
import slipway.testing.ProcessTest;
import slipway.testing.TinyModels;

@ProcessTest
class IncidentsTest {
    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    String deployment = "";

    @AfterEach
    void clear() {
        SystemScope.run(() -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void a_terminal_failure_is_an_incident_without_retries() {
        ProcessInstance instance = start("failsForGood");

        assertThatThrownBy(() -> execute(instance)).hasMessageContaining("401");

        assertThat(job(instance).getRetries()).isZero();
        assertThat(incidents(instance)).isEqualTo(1);
        assertThat(management.getJobExceptionStacktrace(job(instance).getId())).contains("TinyWork");
    }

    @Test
    void a_failure_that_may_pass_follows_the_cycle_of_its_model() {
        ProcessInstance instance = start("failsForNow");

        assertThatThrownBy(() -> execute(instance)).hasMessageContaining("refused");

        assertThat(job(instance).getRetries()).isEqualTo(4);
        assertThat(Duration.between(
                        ClockUtil.getCurrentTime().toInstant(),
                        job(instance).getDuedate().toInstant()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(11));
        assertThat(incidents(instance)).isZero();
    }

    @Test
    void an_error_that_nobody_catches_does_not_end_the_process_silently() {
        ProcessInstance instance = start("throwsNobodysError");

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> execute(instance)).hasMessageContaining("Nobody");
        }

        assertThat(job(instance).getRetries()).isZero();
        assertThat(incidents(instance)).isEqualTo(1);
    }

    private ProcessInstance start(String bean) {
        deployment =
                PastTheGate.deploy(repository, Map.of("tiny.bpmn", TinyModels.oneTask("TinyJob", """
                    <bpmn:serviceTask id="Task" camunda:asyncBefore="true" camunda:delegateExpression="${%s}">
                      <bpmn:extensionElements>
                        <camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT10M,PT1H</camunda:failedJobRetryTimeCycle>
                      </bpmn:extensionElements>
                    </bpmn:serviceTask>
                    """.formatted(bean))));
        return SystemScope.call(() -> runtime.startProcessInstanceByKey("TinyJob", "REL-2026-0903"));
    }

    private void execute(ProcessInstance instance) {
        SystemScope.run(() -> management.executeJob(job(instance).getId()));
    }

    private Job job(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private long incidents(ProcessInstance instance) {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).count();
    }
}
