package slipway.communication.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import slipway.engine.Block;
import slipway.shared.ReleaseNumber;

/** What the model says of the step that is done now; {@code overdue} = the task whose timer led to it. */
record DrawnStep(String name, Map<String, String> properties, Optional<UserTask> overdue) {

    /** The release that the process is about; a process of none, such as a recall, tells nobody and is not held up. */
    static Optional<ReleaseNumber> release(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey()).map(ReleaseNumber::new);
    }

    static DrawnStep of(DelegateExecution execution) {
        FlowNode node = (FlowNode) execution.getBpmnModelElementInstance();
        Block block = Block.of(node);
        return new DrawnStep(block.name(), block.properties(), overdue(node));
    }

    /** By the flows themselves: what a node lists as coming in is for drawing, and may be missing. */
    private static Optional<UserTask> overdue(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getTarget()))
                .map(SequenceFlow::getSource)
                .filter(BoundaryEvent.class::isInstance)
                .map(event -> ((BoundaryEvent) event).getAttachedTo())
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast)
                .findFirst();
    }
}
