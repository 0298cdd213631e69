package slipway.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** What a model says of a task: its name for people, the groups that it is offered to, its extension properties. */
public record Block(String name, Set<String> groups, Map<String, String> properties) {
    /** Of what stands in no model. */
    public static final Block NONE = new Block("", Set.of(), Map.of());

    /** What a node of a process model says; its id where it has no name. */
    public static Block of(FlowNode node) {
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
                words(node),
                groups == null
                        ? Set.of()
                        : Set.copyOf(Arrays.asList(groups.strip().split("\\s*,\\s*"))),
                Map.copyOf(properties));
    }

    private static String words(FlowNode node) {
        return node.getName() == null || node.getName().isBlank()
                ? node.getId()
                : node.getName().strip().replaceAll("\\s+", " ");
    }
}
