package slipway.engine.guard;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import slipway.engine.Block;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;

/** A task of a model with what its extension properties bind it to. */
record GuardedTask(TaskEntity entity, UserTask records, Set<Duty> duties, Map<String, String> properties) {

    Subject subject() {
        return Subject.of(entity);
    }

    TaskContext context() {
        return new TaskContext(
                entity.getProcessInstance().getBusinessKey(),
                entity.getId(),
                entity.getTaskDefinitionKey(),
                entity.getVariables(),
                new Block(String.valueOf(entity.getName()), groups(), properties));
    }

    /**
     * The narrower offer wins over the model's groups; the assignee field counts for nothing, nor do the links of the
     * task, which were made when others were here.
     */
    boolean offeredTo(Caller caller) {
        return records.candidates(context())
                .map(only -> caller.id() != null && only.contains(caller.id()))
                .orElseGet(() -> caller.isOneOf(groups()));
    }

    /** The groups that the model offers it to. */
    Set<String> groups() {
        return entity.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .map(expression -> expression.getValue(entity))
                .flatMap(value -> value instanceof Collection<?> all ? all.stream() : Stream.of(value))
                .flatMap(groups -> Arrays.stream(String.valueOf(groups).split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }
}
