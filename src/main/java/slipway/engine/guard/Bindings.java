package slipway.engine.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import slipway.engine.UserTask;
import slipway.identity.Duty;

/** What the models' extension properties say about a task: the bean behind it and the duty it is. */
final class Bindings {
    private static final String RECORDS = "slipway.records";
    private static final String DUTIES = "slipway.duties";
    private static final String PROPERTIES = "slipway.properties";

    private final BeanFactory beans;

    Bindings(BeanFactory beans) {
        this.beans = beans;
    }

    boolean knows(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, UserTask.class);
    }

    UserTask bean(String name) {
        return beans.getBean(name, UserTask.class);
    }

    /** The duties of the bean, and those that the model adds. */
    void bind(ActivityImpl activity, String records, Set<Duty> added, Map<String, String> properties) {
        activity.setProperty(RECORDS, records);
        activity.setProperty(PROPERTIES, Map.copyOf(properties));
        activity.setProperty(
                DUTIES,
                Stream.concat(bean(records).duties().stream(), added.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    static Optional<String> recordsOf(@Nullable ActivityImpl activity) {
        return Optional.ofNullable(activity).map(known -> (String) known.getProperty(RECORDS));
    }

    /** The extension properties of the element. */
    static Map<String, String> propertiesOf(ActivityImpl activity) {
        return activity.getProperty(PROPERTIES) instanceof Map<?, ?> properties
                ? properties.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                each -> (String) each.getKey(), each -> (String) each.getValue()))
                : Map.of();
    }

    static Set<Duty> dutiesOf(ActivityImpl activity) {
        return activity.getProperty(DUTIES) instanceof Set<?> duties
                ? duties.stream().map(Duty.class::cast).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
