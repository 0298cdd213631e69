package slipway.engine.guard;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Offers a new task to the people that its records name, where the model's groups are too wide. */
final class NarrowOffer implements TaskListener {
    private final Tasks tasks;

    NarrowOffer(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateTask created) {
        TaskEntity entity = (TaskEntity) created;
        CommandContext context = Context.getCommandContext();
        tasks.bind(entity, context)
                .flatMap(task -> task.records().candidates(task.context()))
                .ifPresent(people -> offer(entity, people, context));
    }

    private static void offer(TaskEntity task, Set<String> people, CommandContext context) {
        if (people.isEmpty()) {
            throw new IllegalStateException(
                    "nobody may work on task " + task.getTaskDefinitionKey() + "; name somebody for it");
        }
        List<IdentityLinkEntity> groups = task.getIdentityLinks().stream()
                .filter(IdentityLinkEntity::isGroup)
                .toList();
        groups.forEach(group -> withdraw(task, group, context));
        people.forEach(task::addCandidateUser);
    }

    /** Neither link nor permission is in the database yet, where the engine's own deletion would look for them. */
    private static void withdraw(TaskEntity task, IdentityLinkEntity group, CommandContext context) {
        var database = context.getDbEntityManager();
        group.delete();
        task.getIdentityLinks().remove(group);
        database.getCachedEntitiesByType(AuthorizationEntity.class).stream()
                .filter(grant -> task.getId().equals(grant.getResourceId()))
                .filter(grant -> group.getGroupId().equals(grant.getGroupId()))
                .toList()
                .forEach(database::delete);
    }
}
