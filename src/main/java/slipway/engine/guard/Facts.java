package slipway.engine.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;

/** Adds fresh facts to what a form is filled with; the engine has by then checked that the person may see the task. */
final class Facts {
    private final Tasks tasks;
    private final Bindings bindings;

    Facts(Tasks tasks, Bindings bindings) {
        this.tasks = tasks;
        this.bindings = bindings;
    }

    Object ofTask(Command<?> command, Object answer, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(Parameters.text(command, "resourceId"));
        return tasks.bind(task, context)
                .map(bound -> add(command, answer, bound.records(), bound.context()))
                .orElse(answer);
    }

    Object ofStart(Command<?> command, Object answer, CommandContext context) {
        var event = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(Parameters.text(command, "resourceId"))
                .getInitial();
        return Bindings.recordsOf(event)
                .map(name ->
                        add(command, answer, bindings.bean(name), new TaskContext(null, "", event.getId(), Map.of())))
                .orElse(answer);
    }

    private static Object add(Command<?> command, Object answer, UserTask records, TaskContext where) {
        VariableMap variables = (VariableMap) answer;
        Object wanted = Parameters.any(command, "formVariableNames");
        Map<String, Object> facts = new LinkedHashMap<>(records.facts(where));
        facts.put(Shown.NAME, Shown.of(facts));
        facts.forEach((name, value) -> {
            if (wanted == null || ((Collection<?>) wanted).contains(name)) {
                put(variables, name, value);
            }
        });
        return variables;
    }

    private static void put(VariableMap variables, String name, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            variables.putValue(name, value);
        } else {
            variables.putValueTyped(
                    name, SpinValues.jsonValue(json(name, value)).create());
        }
    }

    private static String json(String name, Object value) {
        try {
            return Values.JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("fact '" + name + "' cannot be shown on a form", unwritable);
        }
    }
}
