package slipway.engine.work;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.shared.PlainText;

/** The engine's external tasks, as orders for the worker of this boot. */
@Component
class Orders {
    private final ExternalTaskService tasks;
    private final RepositoryService repository;
    private final Node node;
    private final Clock clock;
    private final long lockMillis;

    Orders(ExternalTaskService tasks, RepositoryService repository, Node node, Clock clock, WorkSettings settings) {
        this.tasks = tasks;
        this.repository = repository;
        this.node = node;
        this.clock = clock;
        this.lockMillis = settings.lock().toMillis();
    }

    List<LockedExternalTask> fetch(int most, Collection<String> topics) {
        if (topics.isEmpty()) {
            return List.of();
        }
        var query = tasks.fetchAndLock()
                .workerId(node.worker())
                .maxTasks(most)
                .orderByCreateTime()
                .asc()
                .subscribe();
        for (String topic : topics) {
            query = query.topic(topic, lockMillis);
        }
        return query.execute();
    }

    void extendLock(String task) {
        tasks.extendLock(task, node.worker(), lockMillis);
    }

    boolean mine(String task) {
        return tasks.createExternalTaskQuery()
                        .externalTaskId(task)
                        .workerId(node.worker())
                        .count()
                == 1;
    }

    void complete(String task, Map<String, Object> routing) {
        tasks.complete(task, node.worker(), routing);
    }

    /** Throws an error in the model; a failure where nothing catches it. */
    void raise(String task, String error) {
        tasks.handleBpmnError(task, node.worker(), error);
    }

    /** What the model says of it. */
    Block block(LockedExternalTask task) {
        return repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getActivityId())
                        instanceof FlowNode element
                ? Block.of(element)
                : Block.NONE;
    }

    void fail(String task, Throwable cause, RetryCycle next) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        // It may quote what others sent, and what cannot be kept would leave the try uncounted.
        String message = PlainText.coded(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        tasks.handleFailure(
                task,
                node.worker(),
                message,
                trace.toString().replace("\0", "U+0000"),
                next.retries(),
                next.pause().toMillis());
    }

    /** Frees what an earlier boot of this node held when it died; returns how many. */
    long takeOver() {
        // The wait before a retry is a lock too, but one that reaches further than any lock of a running order.
        Date horizon = Date.from(clock.instant().plusMillis(lockMillis));
        return tasks.createExternalTaskQuery().locked().list().stream()
                .filter(task -> node.wasMe(task.getWorkerId()))
                .filter(task -> !task.getLockExpirationTime().after(horizon))
                .peek(task -> tasks.unlock(task.getId()))
                .count();
    }
}
