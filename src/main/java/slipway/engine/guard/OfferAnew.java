package slipway.engine.guard;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Offers what an account held or was offered by name to whoever may work on it now, so that nothing waits for somebody
 * who has left.
 */
final class OfferAnew implements Command<@Nullable Void> {
    private final Tasks tasks;
    private final String account;

    OfferAnew(Tasks tasks, String account) {
        this.tasks = tasks;
        this.account = account;
    }

    @Override
    public @Nullable Void execute(CommandContext context) {
        all(query(context).taskAssignee(account), context);
        all(query(context).taskCandidateUser(account).includeAssignedTasks(), context);
        return null;
    }

    private static TaskQuery query(CommandContext context) {
        return context.getProcessEngineConfiguration().getTaskService().createTaskQuery();
    }

    private void all(TaskQuery concerned, CommandContext context) {
        concerned.list().stream()
                .map(TaskEntity.class::cast)
                .flatMap(task -> tasks.bind(task, context).stream())
                .forEach(task -> offer(task, context));
    }

    private void offer(GuardedTask task, CommandContext context) {
        TaskEntity entity = task.entity();
        if (account.equals(entity.getAssignee()) && !task.offeredTo(Caller.of(account, context))) {
            entity.setAssignee(null);
        }
        Optional<Set<String>> only = task.records().candidates(task.context());
        Set<String> people = only.orElse(Set.of());
        Set<String> groups = only.isPresent() ? Set.of() : task.groups();
        Set<String> named = links(entity, IdentityLink::getUserId);
        Set<String> meant = links(entity, IdentityLink::getGroupId);
        people.stream().filter(person -> !named.contains(person)).forEach(entity::addCandidateUser);
        groups.stream().filter(group -> !meant.contains(group)).forEach(entity::addCandidateGroup);
        named.stream().filter(person -> !people.contains(person)).forEach(entity::deleteCandidateUser);
        meant.stream().filter(group -> !groups.contains(group)).forEach(entity::deleteCandidateGroup);
    }

    private static Set<String> links(TaskEntity task, Function<IdentityLink, @Nullable String> whom) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(whom)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
