package slipway.communication.process;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.shared.Actor;

/** The open tasks whose timer led to a step, with whom each waits for: who holds it, or all to whom it is offered. */
@Component
class OpenTasks {
    private final TaskService tasks;
    private final People people;

    OpenTasks(TaskService tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    /** One for each, since a task may be asked of several at once; none where the last was done meanwhile. */
    void each(DelegateExecution execution, DrawnStep step, BiConsumer<String, List<Actor>> found) {
        step.overdue()
                .ifPresent(drawn -> tasks.createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKey(drawn.getId())
                        .list()
                        .forEach(task -> found.accept(task.getName(), waitsFor(task))));
    }

    private List<Actor> waitsFor(Task task) {
        Stream<Actor> all = task.getAssignee() != null
                ? Stream.of(new Actor(task.getAssignee()))
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .flatMap(this::offered);
        return all.distinct().sorted(Comparator.comparing(Actor::id)).toList();
    }

    private Stream<Actor> offered(IdentityLink link) {
        return link.getUserId() != null
                ? Stream.of(new Actor(link.getUserId()))
                : people.membersOf(link.getGroupId()).stream().map(Person::actor);
    }
}
