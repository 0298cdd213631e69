package slipway.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file, with the questions that the contract asks of it. */
record ProcessModel(Path file, BpmnModelInstance bpmn) {

    static ProcessModel parse(Path file, String text) {
        return new ProcessModel(
                file, Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Stream<FlowNode> nodes() {
        return all(FlowElement.class).stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast);
    }

    List<ServiceTask> delegates() {
        return all(ServiceTask.class).stream()
                .filter(task -> task.getCamundaTopic() == null)
                .toList();
    }

    List<ServiceTask> externals() {
        return all(ServiceTask.class).stream()
                .filter(task -> task.getCamundaTopic() != null)
                .toList();
    }

    /** The element's own extension property of that name. */
    static Optional<String> property(BaseElement element, String name) {
        return extensions(element, CamundaProperty.class)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        if (element.getExtensionElements() == null) {
            return Stream.empty();
        }
        return element.getExtensionElements().getElements().stream()
                .flatMap(child ->
                        Stream.concat(Stream.of(child), child.getChildElementsByType(CamundaProperty.class).stream()))
                .filter(type::isInstance)
                .map(type::cast);
    }

    static Optional<String> camunda(BaseElement element, String attribute) {
        return Optional.ofNullable(element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute));
    }

    static boolean documented(BaseElement element) {
        return element.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.Documentation.class).stream()
                .anyMatch(documentation -> !documentation.getTextContent().isBlank());
    }
}
