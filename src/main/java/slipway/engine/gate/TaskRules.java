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
        camunda("topic").filter(topic -> !isWork()).ifPresent(topic -> report.found(Sentence.WORK_UNFOLLOWED, topic));
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

    private boolean isWork() {
        return "serviceTask".equals(element.getLocalName())
                && camunda("type").equals(Optional.of("external"))
                && camunda("delegateExpression").isEmpty()
                && camunda("decisionRef").isEmpty();
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
                .ifPresentOrElse(value -> bean(value, types), () -> report.found(Sentence.LISTENER_WITHOUT_BEAN));
    }

    private void process() {
        if (camunda("historyTimeToLive").filter(Plain.TIME_TO_LIVE::fits).isEmpty()) {
            report.found(Sentence.NO_TIME_TO_LIVE);
        }
    }

    private void automatic() {
        Optional<String> bean = camunda("delegateExpression");
        if (bean.isPresent()) {
            bean(bean.get(), JavaDelegate.class);
            Plain.bean(bean.get()).filter(beans::touchesWorld).ifPresent(name -> saved());
        } else if (camunda("decisionRef").isPresent()) {
            sameDeployment("decisionRefBinding");
        } else if (camunda("type").isPresent()) {
            String topic = camunda("topic").orElse("");
            if (!topics.contains(topic)) {
                report.found(Sentence.NO_SUCH_TOPIC, topic);
            }
        } else {
            report.found(Sentence.DOES_NOTHING);
        }
    }

    private void saved() {
        boolean retried = Xml.all(element)
                .anyMatch(child -> "failedJobRetryTimeCycle".equals(child.getLocalName())
                        && !Xml.text(child).isBlank());
        if (!camunda("asyncBefore").equals(Optional.of("true")) || !retried) {
            report.found(Sentence.NOT_SAVED);
        }
    }

    private void user() {
        if (camunda("formRef").isEmpty()) {
            report.found(Sentence.NO_FORM);
        } else {
            sameDeployment("formRefBinding");
        }
        if (camunda("candidateGroups")
                .filter(groups -> groups.matches("(?s).*[^\\s,].*"))
                .isEmpty()) {
            report.found(Sentence.NO_GROUPS);
        }
    }

    private void receive() {
        if (Xml.attribute(element, "", "messageRef").isEmpty()) {
            report.found(Sentence.NO_MESSAGE);
        }
    }

    private void sameDeployment(String binding) {
        if (!camunda(binding).equals(Optional.of("deployment"))) {
            report.found(Sentence.NOT_BOUND, binding);
        }
    }

    private void bean(String expression, Class<?>... types) {
        Optional<String> name = Plain.bean(expression);
        if (name.isEmpty()) {
            report.found(Sentence.NO_EXPRESSION, expression);
        } else if (!beans.has(name.get(), types)) {
            report.found(Sentence.NO_SUCH_BEAN, name.get(), types[0].getSimpleName());
        }
    }

    private Optional<String> camunda(String attribute) {
        return Xml.attribute(element, CAMUNDA, attribute);
    }
}
