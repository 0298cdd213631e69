package slipway.engine.gate;

import java.util.Map;
import java.util.Set;

/** The words that a process model may use; what stands in no list is refused. */
final class Allowed {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static final Set<String> NAMESPACES = Set.of(
            "",
            BPMN,
            CAMUNDA,
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://camunda.org/schema/modeler/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0");

    static final Set<String> CAMUNDA_ELEMENTS = words("""
            properties property in out inputOutput inputParameter outputParameter map entry list value
            failedJobRetryTimeCycle taskListener executionListener
            """);

    /** On elements of BPMN. */
    static final Set<String> CAMUNDA_ATTRIBUTES = words("""
            asyncBefore asyncAfter exclusive jobPriority taskPriority type topic delegateExpression decisionRef
            decisionRefBinding mapDecisionResult resultVariable candidateGroups candidateUsers assignee dueDate
            followUpDate priority formRef formRefBinding calledElementBinding historyTimeToLive isStartableInTasklist
            versionTag initiator candidateStarterGroups collection elementVariable errorCodeVariable
            errorMessageVariable variableName variableEvents modelerTemplate modelerTemplateVersion modelerTemplateIcon
            """);

    /** On elements of Camunda. */
    static final Set<String> PLAIN_ATTRIBUTES =
            words("id name key value source target sourceExpression businessKey local event delegateExpression");

    static final Set<String> REFUSED_BPMN_ELEMENTS = words("scriptTask script import");

    /** The form that the text of an element has. */
    static final Map<String, Plain> TEXTS = Map.of(
            "conditionExpression", Plain.CONDITION,
            "condition", Plain.CONDITION,
            "completionCondition", Plain.CONDITION,
            "loopCardinality", Plain.VALUE,
            "inputParameter", Plain.VALUE,
            "outputParameter", Plain.VALUE,
            "timeDate", Plain.TIMER,
            "timeDuration", Plain.TIMER,
            "timeCycle", Plain.TIMER);

    /** The form that an attribute of Camunda has. */
    static final Map<String, Plain> ATTRIBUTE_VALUES = Map.of(
            "businessKey", Plain.BUSINESS_KEY,
            "sourceExpression", Plain.VALUE,
            "dueDate", Plain.VALUE,
            "followUpDate", Plain.VALUE,
            "priority", Plain.VALUE,
            "assignee", Plain.VALUE,
            "candidateUsers", Plain.VALUE,
            "candidateGroups", Plain.VALUE,
            "type", Plain.EXTERNAL,
            "decisionRefBinding", Plain.DEPLOYMENT);

    private Allowed() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
