package slipway.engine.gate;

import java.util.stream.Stream;
import slipway.testing.TinyModels;

/** Models of one element that the gate refuses, each for what the element is. */
final class OddElements {
    private OddElements() {}

    /** A task that could run code, or that leads nowhere. */
    static Stream<String> tasks() {
        return Stream.of(
                        "<bpmn:serviceTask id='Task' camunda:class='java.lang.Runtime'/>",
                        "<bpmn:serviceTask id='Task' camunda:expression='${failsForGood}'/>",
                        "<bpmn:serviceTask id='Task' camunda:expression=\"${''.getClass()}\"/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${failsForGood.toString()}'/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${nobody}'/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${dataSource}'/>",
                        "<bpmn:serviceTask id='Task' xmlns:a='http://activiti.org/bpmn' a:class='java.lang.Runtime'/>",
                        "<bpmn:serviceTask id='Task' camunda:type='shell'/>",
                        "<bpmn:serviceTask id='Task' camunda:type='external' camunda:topic='nobody'/>",
                        "<bpmn:sendTask id='Task' camunda:type='external' camunda:topic='build-unit'/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${recordAudit}'"
                                + " camunda:topic='build-unit'/>",
                        "<bpmn:serviceTask id='Task'/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${toString}'/>",
                        "<bpmn:serviceTask id='Task' camunda:type='external' camunda:topic='constructor'/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${recordAudit\u00a0}'/>",
                        "<bpmn:receiveTask id='Task'/>",
                        "<bpmn:serviceTask id='Task' camunda:delegateExpression='${checkInUnit}'/>",
                        "<bpmn:scriptTask id='Task' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                        "<bpmn:scriptTask id='Task' scriptFormat='groovy' camunda:resource='x.groovy'/>",
                        "<bpmn:userTask id='Task'/>",
                        "<bpmn:userTask id='Task' camunda:formKey='embedded:app:evil.html'/>",
                        "<bpmn:userTask id='Task' camunda:formRef='f' camunda:formRefBinding='latest'/>",
                        "<bpmn:userTask id='Task' camunda:candidateGroups=' , ' camunda:formRef='f'"
                                + " camunda:formRefBinding='deployment'/>",
                        "<bpmn:userTask id='Task' name=\"${''.getClass()}\" camunda:formRef='f'"
                                + " camunda:formRefBinding='deployment'/>",
                        "<bpmn:callActivity id='Task' calledElement='Other'/>",
                        "<bpmn:businessRuleTask id='Task' camunda:decisionRef='t'/>")
                .map(task -> TinyModels.oneTask("Tiny", task));
    }

    /** A model that says too little, or too much, beside its tasks. */
    static Stream<String> models() {
        String plain =
                TinyModels.oneTask("Tiny", "<bpmn:serviceTask id='Task' camunda:delegateExpression='${recordAudit}'/>");
        return Stream.of(
                plain.replace("camunda:historyTimeToLive=\"P1D\"", ""),
                plain.replace(
                        "<bpmn:startEvent id=\"Start\"/>",
                        "<bpmn:startEvent id=\"Start\">"
                                + "<bpmn:extensionElements><a:own xmlns:a=\"urn:a\"/></bpmn:extensionElements></bpmn:startEvent>"),
                plain.replace(
                        "targetRef=\"Task\"/>",
                        "targetRef=\"Task\"><bpmn:conditionExpression"
                                + " xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">1</bpmn:conditionExpression>"
                                + "</bpmn:sequenceFlow>"));
    }

    /** An extension that could run code, or that names nobody. */
    static Stream<String> extensions() {
        return Stream.of(
                        "<a:own xmlns:a='urn:a' b='c'><a:inner d='e'>f</a:inner></a:own>",
                        "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>",
                        "<camunda:executionListener event='start' class='x.Y'/>",
                        "<camunda:executionListener event='start' expression='${a.b()}'/>",
                        "<camunda:executionListener event='start'><camunda:script scriptFormat='js'>1</camunda:script>"
                                + "</camunda:executionListener>",
                        "<camunda:inputOutput><camunda:inputParameter name='a'>${b.c()}</camunda:inputParameter>"
                                + "</camunda:inputOutput>",
                        "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1"
                                + "</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                        "<camunda:properties><camunda:property name='records' value='nobody'/></camunda:properties>")
                .map(extension -> TinyModels.oneTask(
                        "Tiny",
                        "<bpmn:serviceTask id=\"Task\" camunda:delegateExpression=\"${recordAudit}\">"
                                + "<bpmn:extensionElements>" + extension
                                + "</bpmn:extensionElements></bpmn:serviceTask>"));
    }
}
