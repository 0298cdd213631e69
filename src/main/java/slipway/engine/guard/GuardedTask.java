package slipway.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;

/** A task of a model with what its extension properties bind it to. */
record GuardedTask(TaskEntity entity, UserTask records, Optional<Duty> duty) {

    Subject subject() {
        return Subject.of(entity);
    }

    TaskContext context() {
        return new TaskContext(
                entity.getProcessInstance().getBusinessKey(),
                entity.getId(),
                entity.getTaskDefinitionKey(),
                entity.getVariables());
    }

    /** The narrower offer wins over the model's groups; the assignee field counts for nothing. */
    boolean offeredTo(Caller caller) {
        Optional<Set<String>> only = records.candidates(context());
        if (only.isPresent()) {
            return caller.id() != null && only.get().contains(caller.id());
        }
        List<IdentityLink> offers = entity.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .collect(Collectors.toUnmodifiableList());
        return offers.stream()
                .anyMatch(link -> caller.is(link.getUserId())
                        || (link.getGroupId() != null && caller.groups().contains(link.getGroupId())));
    }
}
