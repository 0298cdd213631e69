package slipway.models;

import static slipway.models.ModelRule.rule;
import static slipway.models.ProcessModel.camunda;
import static slipway.models.ProcessModel.extensions;
import static slipway.models.ProcessModel.property;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** What the application relies on in a model. */
final class ContractRules {
    private static final String VARIABLE = "[a-z][A-Za-z0-9]*";
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final Set<Class<?>> ELEMENTS = Set.of(
            SequenceFlow.class,
            StartEvent.class,
            EndEvent.class,
            BoundaryEvent.class,
            IntermediateCatchEvent.class,
            ExclusiveGateway.class,
            UserTask.class,
            ServiceTask.class,
            ReceiveTask.class,
            BusinessRuleTask.class,
            CallActivity.class,
            SubProcess.class);
    private static final Set<String> EXTENSIONS =
            Set.of("properties", "failedJobRetryTimeCycle", "in", "out", "inputOutput");

    private ContractRules() {}

    static List<ModelRule> rules() {
        return List.of(
                rule(
                        "only elements whose behaviour is tested",
                        ContractRules::strange,
                        "bpmn:exclusiveGateway",
                        "bpmn:inclusiveGateway"),
                rule(
                        "no listeners, scripts, fields or connectors",
                        ContractRules::hidden,
                        "<camunda:properties>",
                        "<camunda:executionListener event=\"end\" class=\"x\" /><camunda:properties>"),
                rule(
                        "a delegate is the bean of its task's name",
                        ContractRules::otherBeans,
                        "\\$\\{recordAudit\\}",
                        "\\${signAudit}"),
                rule(
                        "external tasks touch the world and are no jobs",
                        ContractRules::quietWork,
                        "<camunda:property name=\"touchesWorld\" value=\"true\" />",
                        ""),
                rule(
                        "what touches the world is a job with retries, and nothing else is",
                        ContractRules::boundaries,
                        "camunda:delegateExpression",
                        "camunda:asyncBefore=\"true\" camunda:delegateExpression"),
                rule(
                        "calls bind the deployment, pass the key and map by name",
                        ContractRules::looseCalls,
                        "<camunda:in source=\"release\" target=\"release\" />",
                        "<camunda:in variables=\"all\" />"),
                rule(
                        "decisions bind the deployment",
                        ContractRules::looseDecisions,
                        "camunda:decisionRefBinding=\"deployment\"",
                        ""),
                rule(
                        "conditions compare a variable",
                        ContractRules::clever,
                        "\\$\\{!auditSigned\\}",
                        "\\${execution.getVariable('x')}"),
                rule(
                        "gateways leave no way undecided",
                        ContractRules::undecided,
                        "(?s)<bpmn:conditionExpression.*?</bpmn:conditionExpression>",
                        ""),
                rule(
                        "only what a decision is about is set at its task",
                        ContractRules::smuggled,
                        "camunda:inputParameter name=\"pilot\">\\$\\{true}",
                        "camunda:inputParameter name=\"pilot\">\\${releaseType}"),
                rule("timers read a variable and retry", ContractRules::timers, "\\$\\{soak\\}", "PT1H"),
                rule(
                        "boundary events catch a named error or message",
                        ContractRules::uncaught,
                        "errorRef=\"Error_WaveRefused\"",
                        ""),
                rule(
                        "who waits for a message names it",
                        ContractRules::waiting,
                        "messageRef=\"Message_WaveSettled\"",
                        ""));
    }

    private static Stream<String> strange(ProcessModel model) {
        return model.all(FlowElement.class).stream()
                .filter(element -> !ELEMENTS.contains(element.getElementType().getInstanceType()))
                .map(FlowElement::getId);
    }

    private static Stream<String> hidden(ProcessModel model) {
        return model.all(ExtensionElements.class).stream()
                .flatMap(element -> element.getDomElement().getChildElements().stream())
                .map(child -> child.getLocalName())
                .filter(name -> !EXTENSIONS.contains(name));
    }

    private static Stream<String> otherBeans(ProcessModel model) {
        return model.delegates().stream()
                .filter(task -> !("${" + bean(task) + "}").equals(task.getCamundaDelegateExpression())
                        || task.getCamundaClass() != null
                        || task.getCamundaExpression() != null
                        || task.getCamundaResultVariable() != null)
                .map(ServiceTask::getId);
    }

    /**
     * The bean that an element's name says: "Sign audit" is signAudit. Two of a model may do the same and differ in their
     * ids only.
     */
    static String bean(FlowNode node) {
        String named = capitals(node.getName());
        String name = node.getId().substring(node.getId().indexOf('_') + 1);
        if (name.startsWith(named)) {
            name = named;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String capitals(String words) {
        return Arrays.stream(words.split("\\W+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Stream<String> quietWork(ProcessModel model) {
        return model.externals().stream()
                .filter(task -> !"external".equals(task.getCamundaType())
                        || !task.getCamundaTopic().matches("[a-z]+(-[a-z]+)*")
                        || !property(task, "touchesWorld").equals(java.util.Optional.of("true"))
                        || task.isCamundaAsyncBefore())
                .map(ServiceTask::getId);
    }

    private static Stream<String> boundaries(ProcessModel model) {
        Set<FlowNode> jobs = model.delegates().stream()
                .filter(task -> property(task, "touchesWorld").isPresent())
                .collect(Collectors.toSet());
        return model.nodes()
                .filter(node -> node.isCamundaAsyncAfter()
                        || node.isCamundaAsyncBefore() != jobs.contains(node)
                        || (jobs.contains(node) && !retries(node)))
                .map(FlowNode::getId);
    }

    private static boolean retries(FlowNode node) {
        return extensions(node, CamundaFailedJobRetryTimeCycle.class)
                .anyMatch(cycle -> cycle.getTextContent().equals("PT10S,PT1M,PT10M,PT1H"));
    }

    private static Stream<String> looseCalls(ProcessModel model) {
        Set<String> callable = ModelFiles.processModels().stream()
                .map(other -> other.process().getId())
                .collect(Collectors.toSet());
        return model.all(CallActivity.class).stream()
                .filter(call -> !"deployment".equals(call.getCamundaCalledElementBinding())
                        || !callable.contains(call.getCalledElement())
                        || extensions(call, CamundaIn.class)
                                .noneMatch(in -> BUSINESS_KEY.equals(in.getCamundaBusinessKey()))
                        || extensions(call, CamundaIn.class).noneMatch(in -> "release".equals(in.getCamundaSource()))
                        || !extensions(call, CamundaIn.class).allMatch(ContractRules::byName)
                        || !extensions(call, CamundaOut.class)
                                .allMatch(out -> out.getCamundaVariables() == null
                                        && Objects.equals(out.getCamundaSource(), out.getCamundaTarget())))
                .map(CallActivity::getId);
    }

    private static boolean byName(CamundaIn in) {
        boolean key = in.getCamundaBusinessKey() != null;
        boolean variable =
                in.getCamundaSource() != null && in.getCamundaSource().equals(in.getCamundaTarget());
        // The counter of a multi-instance is the place of a part, and only that.
        boolean place = "loopCounter".equals(in.getCamundaSource()) && "partPlace".equals(in.getCamundaTarget());
        boolean literal = in.getCamundaSourceExpression() != null
                && in.getCamundaSourceExpression().matches("[A-Z]+");
        return in.getCamundaVariables() == null && (key || variable || place || literal);
    }

    private static Stream<String> looseDecisions(ProcessModel model) {
        Set<String> decisions =
                ModelFiles.decisions().stream().map(ModelFiles::name).collect(Collectors.toSet());
        return model.all(BusinessRuleTask.class).stream()
                .filter(task -> !"deployment".equals(task.getCamundaDecisionRefBinding())
                        || !decisions.contains(task.getCamundaDecisionRef())
                        || (task.getCamundaResultVariable() != null)
                                != "singleEntry"
                                        .equals(camunda(task, "mapDecisionResult")
                                                .orElse(null)))
                .map(BusinessRuleTask::getId);
    }

    private static Stream<String> smuggled(ProcessModel model) {
        return model.all(CamundaInputOutput.class).stream()
                .filter(element -> !(element.getParentElement().getParentElement() instanceof BusinessRuleTask)
                        || !element.getCamundaOutputParameters().isEmpty()
                        || !element.getCamundaInputParameters().stream()
                                .allMatch(input -> input.getTextContent().matches("\\$\\{(true|false)}")))
                .map(element -> element.getParentElement().getParentElement().getAttributeValue("id"));
    }

    private static Stream<String> clever(ProcessModel model) {
        return model.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> flow.getConditionExpression().getTextContent())
                .filter(condition -> !condition.matches("\\$\\{!?" + VARIABLE + "}")
                        && !condition.matches("\\$\\{" + VARIABLE + " == '[A-Z_]+'}"));
    }

    private static Stream<String> undecided(ProcessModel model) {
        return model.all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().stream()
                        .anyMatch(flow -> (flow.getConditionExpression() == null) != flow.equals(gateway.getDefault())))
                .map(ExclusiveGateway::getId);
    }

    private static Stream<String> timers(ProcessModel model) {
        return model.all(IntermediateCatchEvent.class).stream()
                .filter(event -> !retries(event)
                        || event.getEventDefinitions().stream()
                                .noneMatch(definition -> definition instanceof TimerEventDefinition
                                        && definition.getTextContent().strip().matches("\\$\\{" + VARIABLE + "}")))
                .map(IntermediateCatchEvent::getId);
    }

    private static Stream<String> uncaught(ProcessModel model) {
        return model.all(BoundaryEvent.class).stream()
                .filter(event -> !event.cancelActivity()
                        || caught(event).isEmpty()
                        // One that is caught at a second place says where behind its name.
                        || !event.getId().startsWith("Event_" + caught(event)))
                .map(BoundaryEvent::getId);
    }

    private static String caught(BoundaryEvent event) {
        EventDefinition definition = event.getEventDefinitions().iterator().next();
        return definition instanceof MessageEventDefinition message && message.getMessage() != null
                ? message.getMessage().getName()
                : errorCode(event);
    }

    private static Stream<String> waiting(ProcessModel model) {
        return model.all(ReceiveTask.class).stream()
                .filter(task -> task.getMessage() == null
                        || !task.getMessage().getName().matches("([A-Z][a-z]+)+"))
                .map(ReceiveTask::getId);
    }

    /** The error code that a boundary event catches; empty when it catches no or every error. */
    static String errorCode(BoundaryEvent event) {
        EventDefinition definition = event.getEventDefinitions().iterator().next();
        return definition instanceof ErrorEventDefinition error && error.getError() != null
                ? error.getError().getErrorCode()
                : "";
    }
}
