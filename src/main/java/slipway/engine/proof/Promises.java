package slipway.engine.proof;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
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
            case UserTask task -> bean(block(node).properties().get("records"), block(node));
            case StartEvent start -> bean(block(node).properties().get("records"), block(node));
            case BusinessRuleTask task when task.getCamundaDecisionRef() != null -> decision(task);
            case BusinessRuleTask task -> bean(named(task.getCamundaDelegateExpression()), block(node));
            case ServiceTask task
            when task.getCamundaTopic() != null ->
                behind.topic(task.getCamundaTopic(), block(node)).orElse(Contract.NOTHING);
            case ServiceTask task -> bean(named(task.getCamundaDelegateExpression()), block(node));
            case SendTask task -> bean(named(task.getCamundaDelegateExpression()), block(node));
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

    static Block block(FlowNode node) {
        Map<String, String> properties = new HashMap<>();
        if (node.getExtensionElements() != null) {
            node.getExtensionElements().getElements().stream()
                    .filter(CamundaProperties.class::isInstance)
                    .flatMap(all -> ((CamundaProperties) all).getCamundaProperties().stream())
                    .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                    .forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        }
        String groups = node instanceof UserTask task ? task.getCamundaCandidateGroups() : null;
        return new Block(
                Net.words(node),
                groups == null
                        ? Set.of()
                        : new HashSet<>(Arrays.asList(groups.strip().split("\\s*,\\s*"))),
                Map.copyOf(properties));
    }
}
