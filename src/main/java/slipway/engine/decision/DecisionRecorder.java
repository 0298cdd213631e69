package slipway.engine.decision;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends every table decision taken inside a process instance to the ledger, in the engine's transaction. */
@Component
class DecisionRecorder implements DmnDecisionEvaluationListener {
    private final DecisionRepository repository;
    private final Clock clock;

    DecisionRecorder(DecisionRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        if (context == null) {
            return;
        }
        ExecutionEntity execution = context.getExecution();
        event.getRequiredDecisionResults().forEach(required -> append(required, execution));
        append(event.getDecisionResult(), execution);
    }

    private void append(DmnDecisionLogicEvaluationEvent event, ExecutionEntity execution) {
        if (event instanceof DmnDecisionTableEvaluationEvent table
                && table.getDecision() instanceof DecisionDefinition definition) {
            repository.append(
                    new TakenDecision(
                            clock.instant(),
                            execution.getActivityId(),
                            definition.getKey(),
                            definition.getId(),
                            definition.getVersion(),
                            inputs(table),
                            table.getMatchingRules().stream()
                                    .map(DmnEvaluatedDecisionRule::getId)
                                    .toList(),
                            results(table)),
                    execution.getProcessBusinessKey(),
                    execution.getProcessInstanceId());
        }
    }

    private static Map<String, Object> inputs(DmnDecisionTableEvaluationEvent table) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        table.getInputs()
                .forEach(input ->
                        put(inputs, input.getName() == null ? input.getId() : input.getName(), input.getValue()));
        return inputs;
    }

    private static List<Map<String, Object>> results(DmnDecisionTableEvaluationEvent table) {
        if (table.getCollectResultName() != null) {
            Map<String, Object> collected = new LinkedHashMap<>();
            put(collected, table.getCollectResultName(), table.getCollectResultValue());
            return List.of(collected);
        }
        return table.getMatchingRules().stream().map(DecisionRecorder::row).toList();
    }

    private static Map<String, Object> row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> row = new LinkedHashMap<>();
        rule.getOutputEntries().forEach((name, output) -> put(row, name, output.getValue()));
        return row;
    }

    private static void put(Map<String, Object> target, String name, @Nullable TypedValue value) {
        Object plain = value == null ? null : value.getValue();
        target.put(name, plain instanceof java.util.Date date ? date.toInstant().toString() : plain);
    }
}
