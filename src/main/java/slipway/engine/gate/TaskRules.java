package slipway.engine.gate;

import static slipway.engine.gate.Allowed.BPMN;
import static slipway.engine.gate.Allowed.CAMUNDA;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.w3c.dom.Element;
import slipway.engine.UserTask;

/** What stands behind a task must exist and be of the right type; what it refers to must be of the same deployment. */
record TaskRules(Element element, Reporter report, Beans beans, Set<String> topics) {
    void check() {
        if (CAMUNDA.equals(element.getNamespaceURI())) {
            extension();
        } else if (BPMN.equals(element.getNamespaceURI())) {
            switch (element.getLocalName()) {
                case "process" -> process();
                case "serviceTask", "sendTask", "businessRuleTask" -> automatic();
                case "userTask" -> user();
                case "receiveTask" -> receive();
                case "callActivity" -> sameDeployment("calledElementBinding");
                default -> camunda("delegateExpression").ifPresent(value -> bean(value, JavaDelegate.class));
            }
        }
    }

    private void extension() {
        switch (element.getLocalName()) {
            case "taskListener" -> listener(TaskListener.class);
            case "executionListener" -> listener(ExecutionListener.class, JavaDelegate.class);
            case "property" -> {
                if ("records".equals(element.getAttribute("name"))) {
                    bean("${" + element.getAttribute("value") + "}", UserTask.class);
                }
            }
            default -> {}
        }
    }

    private void listener(Class<?>... types) {
        Xml.attribute(element, "", "delegateExpression")
                .ifPresentOrElse(
                        value -> bean(value, types),
                        () -> report.found("beans", "is a listener without a delegate expression; name a bean"));
    }

    private void process() {
        Optional<String> timeToLive = camunda("historyTimeToLive");
        if (timeToLive.isEmpty() || !timeToLive.get().matches("\\d+|P\\d+D")) {
            report.found("time-to-live", "has no time to live for its history; give it one, for example P180D");
        }
    }

    private void automatic() {
        Optional<String> bean = camunda("delegateExpression");
        if (bean.isPresent()) {
            bean(bean.get(), JavaDelegate.class);
            Expressions.bean(bean.get()).filter(beans::touchesWorld).ifPresent(name -> saved());
        } else if (camunda("decisionRef").isPresent()) {
            sameDeployment("decisionRefBinding");
        } else if (camunda("type").isPresent()) {
            String topic = camunda("topic").orElse("");
            if (!topics.contains(topic)) {
                report.found("beans", "waits for work of the topic '" + topic + "', which nobody does");
            }
        } else {
            report.found("beans", "does nothing; name a bean, a decision table or a topic");
        }
    }

    private void saved() {
        boolean retried = Xml.all(element)
                .anyMatch(child -> "failedJobRetryTimeCycle".equals(child.getLocalName())
                        && !Xml.text(child).isBlank());
        if (!camunda("asyncBefore").equals(Optional.of("true")) || !retried) {
            report.found(
                    "saved-before",
                    "changes what no transaction takes back; tick asynchronous continuation before it, with a retry"
                            + " cycle such as PT10S,PT1M,PT10M,PT1H");
        }
    }

    private void user() {
        if (camunda("formRef").isEmpty()) {
            report.found("forms", "has no form; refer to one by its id");
        } else {
            sameDeployment("formRefBinding");
        }
    }

    private void receive() {
        if (Xml.attribute(element, "", "messageRef").isEmpty()) {
            report.found("messages", "waits for nothing that anybody tells; refer to a message");
        }
    }

    private void sameDeployment(String binding) {
        if (!camunda(binding).equals(Optional.of("deployment"))) {
            report.found("same-deployment", "must be bound by deployment (camunda:" + binding + "=\"deployment\")");
        }
    }

    private void bean(String expression, Class<?>... types) {
        Optional<String> name = Expressions.bean(expression);
        if (name.isEmpty()) {
            report.found("beans", "the delegate expression '" + expression + "' is not of the form ${bean}");
        } else if (!beans.has(name.get(), types)) {
            report.found(
                    "beans",
                    "names '" + name.get() + "', but there is no bean of that name which is a "
                            + types[0].getSimpleName());
        }
    }

    private Optional<String> camunda(String attribute) {
        return Xml.attribute(element, CAMUNDA, attribute);
    }
}
