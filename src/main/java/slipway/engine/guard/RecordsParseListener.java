package slipway.engine.guard;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import slipway.identity.Duty;

/** Reads the extension properties of user tasks and start events; a model that binds nothing is not deployed. */
final class RecordsParseListener extends AbstractBpmnParseListener {
    private final Bindings bindings;
    private final TaskListener created;

    RecordsParseListener(Bindings bindings, TaskListener created) {
        this.bindings = bindings;
        this.created = created;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(element);
        bind(element, activity, "user task", properties);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, new NumberOnCard());
        String dueIn = properties.get("dueIn");
        if (dueIn != null) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, due(element, activity, dueIn));
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(element);
        if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null
                || properties.containsKey("records")) {
            bind(element, activity, "start event", properties);
        }
    }

    private void bind(Element element, ActivityImpl activity, String what, Map<String, String> properties) {
        String records = properties.get("records");
        if (records == null || records.isBlank()) {
            throw wrong(element, what, activity, "lacks the extension property 'records', the bean behind it; add it");
        }
        if (!bindings.knows(records)) {
            throw wrong(
                    element,
                    what,
                    activity,
                    "names the bean '" + records + "', which is no user task of Slipway; correct it");
        }
        bindings.bind(activity, records, added(element, what, activity, properties.get("duty")), properties);
    }

    private static Set<Duty> added(Element element, String what, ActivityImpl activity, @Nullable String names) {
        return names == null || names.isBlank()
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(name -> duty(element, what, activity, name.strip()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Duty duty(Element element, String what, ActivityImpl activity, String name) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(
                        element,
                        what,
                        activity,
                        "names the duty '" + name + "'; use one of " + Arrays.toString(Duty.values())));
    }

    private static TaskListener due(Element element, ActivityImpl activity, String period) {
        try {
            return DueIn.of(period);
        } catch (DateTimeException unreadable) {
            throw wrong(
                    element,
                    "user task",
                    activity,
                    "is due in '" + period + "', which is no period such as P2D; correct it");
        }
    }

    private static BpmnParseException wrong(Element element, String what, ActivityImpl activity, String sentence) {
        return new BpmnParseException(
                what + " '" + activity.getId() + "' of '"
                        + ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey() + "' " + sentence,
                element);
    }

    private static Map<String, String> properties(Element element) {
        return Optional.ofNullable(BpmnParseUtil.parseCamundaExtensionProperties(element))
                .orElse(Map.of());
    }
}
