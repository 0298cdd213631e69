package slipway.engine.guard;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/** Offers a new task to the people that its records name, where the model's groups are too wide. */
final class NarrowOffer implements TaskListener {
    private final Tasks tasks;

    NarrowOffer(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask created) {
        tasks.bind((TaskEntity) created, Context.getCommandContext())
                .flatMap(task -> task.records().candidates(task.context()))
                .ifPresent(people -> offer(created, people));
    }

    private static void offer(DelegateTask task, Set<String> people) {
        if (people.isEmpty()) {
            throw new IllegalStateException(
                    "nobody may work on task " + task.getTaskDefinitionKey() + "; name somebody for it");
        }
        Set.copyOf(task.getCandidates()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .forEach(task::deleteCandidateGroup);
        people.forEach(task::addCandidateUser);
    }
}
