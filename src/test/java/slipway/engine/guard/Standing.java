package slipway.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import slipway.engine.SystemScope;
import slipway.shared.ReleaseNumber;

/** One release of the small model and what can be seen of it from outside. */
record Standing(ProcessEngine engine, ReleaseNumber number, String instance) {

    Task task(String key) {
        return SystemScope.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult());
    }

    String decide() {
        return task("Task_Decide").getId();
    }

    Standing heldBy(String person) {
        SystemScope.run(() -> engine.getTaskService().setAssignee(decide(), person));
        return this;
    }

    boolean open() {
        return SystemScope.call(() -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey("Task_Decide")
                        .count())
                == 1;
    }

    Map<String, Object> variables() {
        return SystemScope.call(() -> Map.copyOf(engine.getRuntimeService().getVariables(instance)));
    }

    /** Everything that a command could have altered. */
    String picture() {
        return SystemScope.call(() -> {
            List<String> tasks = engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                    .map(task -> List.of(
                                    task.getTaskDefinitionKey(),
                                    String.valueOf(task.getAssignee()),
                                    String.valueOf(task.getOwner()),
                                    task.getName(),
                                    String.valueOf(task.getDescription()),
                                    String.valueOf(task.getDueDate()),
                                    String.valueOf(task.getFollowUpDate()),
                                    task.getPriority(),
                                    String.valueOf(task.getDelegationState()),
                                    task.isSuspended(),
                                    links(task.getId()),
                                    engine.getTaskService()
                                            .getTaskComments(task.getId())
                                            .size(),
                                    engine.getTaskService()
                                            .getTaskAttachments(task.getId())
                                            .size())
                            .toString())
                    .sorted()
                    .toList();
            String jobs = engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream()
                    .map(job -> job.getDuedate() + " " + job.getRetries() + " " + job.isSuspended())
                    .sorted()
                    .collect(Collectors.joining(","));
            String work =
                    engine
                            .getExternalTaskService()
                            .createExternalTaskQuery()
                            .processInstanceId(instance)
                            .list()
                            .stream()
                            .map(task -> task.getWorkerId() + " " + task.getRetries() + " " + task.getPriority())
                            .collect(Collectors.joining(","));
            return String.join("\n", tasks) + "\n" + jobs + "\n" + work + "\n" + variables();
        });
    }

    private String links(String task) {
        return engine.getTaskService().getIdentityLinksForTask(task).stream()
                .map(link -> link.getType() + ":" + link.getUserId() + ":" + link.getGroupId())
                .sorted()
                .toList()
                .toString();
    }
}
