package slipway.scenario;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;

/** Every way in which mara, change manager and requester, might get her own release approved. */
final class OwnRelease {

    record Way(String name, Callable<?> act, Stage stage) {
        /** What the attempt ended in; null when it went through. */
        @Nullable
        Throwable attempt() {
            return ThrowableAssert.catchThrowable(() -> stage.as("mara", () -> {
                try {
                    return act.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
    }

    private OwnRelease() {}

    static List<Way> ways(Story story, String element) {
        Stage stage = story.stage();
        String task = stage.task(story.number().value(), element).getId();
        String execution = stage.task(story.number().value(), element).getExecutionId();
        String instance = stage.task(story.number().value(), element).getProcessInstanceId();
        Map<String, Object> approve = Map.of("decision", "APPROVE");
        Map<String, Object> forged = Map.of("baselineApproved", true);
        var tasks = stage.engine().getTaskService();
        var runtime = stage.engine().getRuntimeService();
        var forms = stage.engine().getFormService();
        return List.of(
                way(stage, "claim", () -> tasks.claim(task, "mara")),
                way(stage, "assign herself", () -> tasks.setAssignee(task, "mara")),
                way(stage, "assign somebody else", () -> tasks.setAssignee(task, "carl")),
                way(stage, "own it", () -> tasks.setOwner(task, "mara")),
                way(stage, "delegate", () -> tasks.delegateTask(task, "carl")),
                way(stage, "add a candidate", () -> tasks.addCandidateUser(task, "mara")),
                way(stage, "complete", () -> tasks.complete(task, approve)),
                way(stage, "complete with forged routing", () -> tasks.complete(task, forged)),
                way(stage, "submit the form", () -> forms.submitTaskForm(task, approve)),
                way(stage, "resolve", () -> tasks.resolveTask(task, approve)),
                way(stage, "throw a BPMN error", () -> tasks.handleBpmnError(task, "SubmissionRefused")),
                way(stage, "escalate", () -> tasks.handleEscalation(task, "any")),
                way(stage, "set a variable of the task", () -> tasks.setVariable(task, "baselineApproved", true)),
                way(stage, "set a variable of the process", () -> runtime.setVariables(execution, forged)),
                way(stage, "signal", () -> runtime.signal(execution, forged)),
                way(
                        stage,
                        "correlate a message",
                        () -> runtime.createMessageCorrelation("any")
                                .processInstanceId(instance)
                                .correlate()),
                way(
                        stage,
                        "modify the instance",
                        () -> runtime.createProcessInstanceModification(instance)
                                .startBeforeActivity("Task_PublishBaseline")
                                .execute()),
                way(stage, "delete the instance", () -> runtime.deleteProcessInstance(instance, "mine")),
                way(stage, "suspend the instance", () -> runtime.suspendProcessInstanceById(instance)));
    }

    private static Way way(Stage stage, String name, Runnable act) {
        return new Way(
                name,
                () -> {
                    act.run();
                    return true;
                },
                stage);
    }
}
