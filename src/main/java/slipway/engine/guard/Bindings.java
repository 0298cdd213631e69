package slipway.engine.guard;

import java.util.Optional;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import slipway.engine.UserTask;
import slipway.identity.Duty;

/** What the models' extension properties say about a task: the bean behind it and the duty it is. */
final class Bindings {
    private static final String RECORDS = "slipway.records";
    private static final String DUTY = "slipway.duty";

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

    static void bind(ActivityImpl activity, String records, @Nullable Duty duty) {
        activity.setProperty(RECORDS, records);
        activity.setProperty(DUTY, duty);
    }

    static Optional<String> recordsOf(@Nullable ActivityImpl activity) {
        return Optional.ofNullable(activity).map(known -> (String) known.getProperty(RECORDS));
    }

    static Optional<Duty> dutyOf(ActivityImpl activity) {
        return Optional.ofNullable((Duty) activity.getProperty(DUTY));
    }
}
