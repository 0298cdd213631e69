package slipway.engine.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.DrawnModels;
import slipway.engine.Outcome;

/** What may come of each node of a set of models. */
final class Promises {
    private final Behind behind;
    private final DrawnModels drawn;
    private final Map<String, Contract> messages;
    private final Map<FlowNode, Contract> known = new HashMap<>();

    Promises(Behind behind, DrawnModels drawn) {
        this.behind = behind;
        this.drawn = drawn;
        this.messages = behind.messages();
    }

    Contract of(FlowNode node) {
        return known.computeIfAbsent(node, this::read);
    }

    /** Empty where nobody tells it. */
    Optional<Contract> message(String name) {
        return Optional.ofNullable(messages.get(name));
    }

    private Contract read(FlowNode node) {
        return switch (node) {
            case UserTask task -> bean(Block.of(node).properties().get("records"), Block.of(node));
            case StartEvent start -> bean(Block.of(node).properties().get("records"), Block.of(node));
            case BusinessRuleTask task when task.getCamundaDecisionRef() != null -> decision(task);
            case BusinessRuleTask task -> bean(named(task.getCamundaDelegateExpression()), Block.of(node));
            case ServiceTask task
            when task.getCamundaTopic() != null ->
                behind.topic(task.getCamundaTopic(), Block.of(node)).orElse(Contract.NOTHING);
            case ServiceTask task -> bean(named(task.getCamundaDelegateExpression()), Block.of(node));
            case SendTask task -> bean(named(task.getCamundaDelegateExpression()), Block.of(node));
            default -> told(node).flatMap(this::message).orElse(Contract.NOTHING);
        };
    }

    private Contract bean(@Nullable String name, Block block) {
        return name == null ? Contract.NOTHING : behind.bean(name, block).orElse(Contract.NOTHING);
    }

    private static @Nullable String named(@Nullable String expression) {
        return expression == null ? null : expression.replaceAll("[$#{}\\s]", "");
    }

    private Contract decision(BusinessRuleTask task) {
        String result = task.getCamundaResultVariable();
        if (result == null) {
            return Contract.NOTHING;
        }
        Set<String> values = "singleEntry".equals(task.getCamundaMapDecisionResult())
                ? drawn.table(task.getCamundaDecisionRef()).stream()
                        .flatMap(table -> table.rules().stream())
                        .flatMap(rule -> rule.outputs().values().stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return Contract.of(Outcome.done().giving(result, values));
    }

    /** The message that a node waits for. */
    static Optional<String> told(FlowNode node) {
        Optional<Message> message = switch (node) {
            case ReceiveTask task -> Optional.ofNullable(task.getMessage());
            case CatchEvent event ->
                event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(definition -> ((MessageEventDefinition) definition).getMessage())
                        .findFirst();
            default -> Optional.empty();
        };
        return message.map(Message::getName);
    }
}
