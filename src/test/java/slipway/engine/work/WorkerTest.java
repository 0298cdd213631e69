package slipway.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import slipway.engine.SystemScope;
import slipway.engine.TerminalFailure;
import slipway.testing.PastTheGate;
import slipway.testing.ProcessTest;
import slipway.testing.TinyModels;

@ProcessTest
class WorkerTest {
    @Autowired
    Worker worker;

    @Autowired
    WorkLoop loop;

    @Autowired
    TinyWork.Tiny work;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ExternalTaskService tasks;

    String deployment = "";
    ProcessInstance instance;

    @BeforeEach
    void start() {
        work.orders.clear();
        work.run = Map::of;
        work.record = Map::of;
        deployment = PastTheGate.deploy(repository, Map.of("tiny.bpmn", TinyModels.oneTask("TinyWork", """
                    <bpmn:serviceTask id="Task" camunda:type="external" camunda:topic="tiny"/>
                    """)));
        instance = SystemScope.call(
                () -> runtime.startProcessInstanceByKey("TinyWork", "REL-2026-0901", Map.of("release", "R")));
    }

    @AfterEach
    void clear() {
        loop.stop();
        ClockUtil.reset();
        SystemScope.run(() -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void work_runs_outside_a_transaction_and_its_routing_completes_the_task() {
        boolean[] inTransaction = {true, false};
        work.run = () -> {
            inTransaction[0] = TransactionSynchronizationManager.isActualTransactionActive();
            return Map.of("built", true);
        };
        work.record = () -> {
            inTransaction[1] = TransactionSynchronizationManager.isActualTransactionActive();
            return Map.of();
        };

        assertThat(worker.runDue("tiny")).isTrue();

        assertThat(inTransaction).containsExactly(false, true);
        assertThat(work.orders.getFirst().release().value()).isEqualTo("REL-2026-0901");
        assertThat(work.orders.getFirst().variables()).containsEntry("release", "R");
        assertThat(work.orders.getFirst().block().name()).isEqualTo("Task");
        assertThat(ended()).isTrue();
        assertThat(worker.runDue("tiny")).isFalse();
    }

    @Test
    void a_terminal_failure_is_an_incident_at_once_and_keeps_its_stack_trace() {
        work.run = () -> {
            throw new TerminalFailure("no such tag");
        };

        worker.runDue("tiny");

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentType()).isEqualTo(Incident.EXTERNAL_TASK_HANDLER_TYPE);
            assertThat(incident.getIncidentMessage()).isEqualTo("no such tag");
        });
        assertThat(tasks.getExternalTaskErrorDetails(task().getId())).contains("WorkerTest");
        assertThat(worker.runDue("tiny")).isFalse();
    }

    @Test
    void a_failure_that_quotes_what_no_database_keeps_counts_as_any_other() {
        work.run = () -> {
            throw new TerminalFailure("it said J\0\0\u202e");
        };

        worker.runDue("tiny");

        assertThat(incidents())
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.getIncidentMessage()).isEqualTo("it said JU+0000U+0000U+202E"));
    }

    @Test
    void a_failure_that_may_pass_is_tried_again_in_growing_intervals_with_the_same_key() {
        work.run = () -> {
            throw new IllegalStateException("the host is down");
        };

        for (String pause : List.of("PT10S", "PT1M", "PT10M", "PT1H")) {
            assertThat(worker.runDue("tiny")).isTrue();
            assertThat(incidents()).isEmpty();
            assertThat(worker.runDue("tiny")).isFalse();
            later(java.time.Duration.parse(pause).plusSeconds(1));
        }
        assertThat(worker.runDue("tiny")).isTrue();

        assertThat(incidents()).hasSize(1);
        assertThat(work.orders).hasSize(5).extracting("key").containsOnly("tiny-" + task().getId());
    }

    @Test
    void an_outcome_that_cannot_be_recorded_leaves_the_task_open() {
        work.record = () -> {
            throw new IllegalStateException("the disk is full");
        };

        worker.runDue("tiny");

        assertThat(ended()).isFalse();
        assertThat(task().getRetries()).isEqualTo(4);
    }

    @Test
    void an_outcome_is_discarded_when_the_lock_was_lost() {
        boolean[] recorded = {false};
        work.run = () -> {
            SystemScope.run(() -> {
                tasks.unlock(task().getId());
                tasks.lock(task().getId(), "somebody-else", 60_000);
            });
            return Map.of("built", true);
        };
        work.record = () -> {
            recorded[0] = true;
            return Map.of();
        };

        worker.runDue("tiny");

        assertThat(recorded[0]).isTrue();
        assertThat(ended()).isFalse();
        assertThat(task().getWorkerId()).isEqualTo("somebody-else");
        assertThat(task().getRetries()).isNull();
    }

    @Test
    void an_error_that_nothing_catches_leaves_the_task_open_and_fails() {
        work.run = () -> Map.of(TinyWork.THROWING, "Nobody");

        worker.runDue("tiny");

        assertThat(ended()).isFalse();
        assertThat(task().getRetries()).isEqualTo(4);
        assertThat(task().getErrorMessage()).contains("Nobody");
    }

    @Test
    void the_loop_finds_new_work_by_itself() throws Exception {
        loop.start();
        var done = new java.util.concurrent.CountDownLatch(2);
        work.record = () -> {
            done.countDown();
            return Map.of();
        };
        SystemScope.call(() -> runtime.startProcessInstanceByKey("TinyWork", "REL-2026-0902"));

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        loop.stop();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("TinyWork")
                        .count())
                .isZero();
    }

    private static void later(java.time.Duration pause) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause)));
    }

    private boolean ended() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    private ExternalTask task() {
        return tasks.createExternalTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).list();
    }
}
