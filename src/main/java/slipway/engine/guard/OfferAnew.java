package slipway.engine.guard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Offers tasks to whoever may work on them now, so that nothing waits for somebody who has left, nor past somebody who
 * came.
 */
final class OfferAnew implements Command<@Nullable Void> {
    private final Tasks tasks;
    private final List<UnaryOperator<TaskQuery>> concerned;
    private final Predicate<GuardedTask> only;

    private OfferAnew(Tasks tasks, List<UnaryOperator<TaskQuery>> concerned, Predicate<GuardedTask> only) {
        this.tasks = tasks;
        this.concerned = concerned;
        this.only = only;
    }

    /** What the account holds or was offered by name. */
    static OfferAnew of(String account, Tasks tasks) {
        return new OfferAnew(
                tasks,
                List.of(
                        query -> query.taskAssignee(account),
                        query -> query.taskCandidateUser(account).includeAssignedTasks()),
                any -> true);
    }

    /** What the model offers to the group and was narrowed to people by name. */
    static OfferAnew to(String group, Tasks tasks) {
        return new OfferAnew(
                tasks,
                List.of(query -> query.withCandidateUsers().includeAssignedTasks()),
                task -> task.groups().contains(group));
    }

    @Override
    public @Nullable Void execute(CommandContext context) {
        concerned.forEach(by ->
                by
                        .apply(context.getProcessEngineConfiguration()
                                .getTaskService()
                                .createTaskQuery())
                        .list()
                        .stream()
                        .map(TaskEntity.class::cast)
                        .flatMap(task -> tasks.bind(task, context).stream())
                        .filter(only)
                        .forEach(task -> offer(task, context)));
        return null;
    }

    private static void offer(GuardedTask task, CommandContext context) {
        TaskEntity entity = task.entity();
        String holder = entity.getAssignee();
        if (holder != null && !task.offeredTo(Caller.of(holder, context))) {
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
